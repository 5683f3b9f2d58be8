import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { MinutesTable } from '../db/schema-reviews.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import type { DataIndex } from '../services/data-index.ts';
import { isKnownIndicator } from '../services/get-observations.ts';
import type { Entry } from './minute-rows.ts';
import type { ReviewKey } from './review-key.ts';

export const isClosed = async (kysely: Kysely<Schema>, { week, scope }: ReviewKey): Promise<boolean> =>
  (await kysely
    .selectFrom('reviews')
    .select('closed_at')
    .where('week', '=', week)
    .where('scope', '=', scope)
    .executeTakeFirst()) !== undefined;

export const closedAlready = (): ServiceFailure =>
  new ServiceFailure(
    'conflict',
    'This review is closed; only the state of its actions, and how far they are, can still change.',
    'state',
  );

export const causeStands = async (kysely: Kysely<Schema>, id: string): Promise<boolean> =>
  (await kysely
    .selectFrom('causes')
    .select('cause_id')
    .where('cause_id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()) !== undefined;

const improvementStands = async (kysely: Kysely<Schema>, id: string): Promise<boolean> =>
  (await kysely
    .selectFrom('improvements')
    .select('improvement_id')
    .where('improvement_id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()) !== undefined;

/**
 * Whether what an entry names exists. A name that stood there before is let be: an undone import must not make an entry
 * unchangeable.
 * @throws ServiceFailure `not-found` at `indicator`, `action.cause` or `action.improvement`.
 */
export const assertNames = async (
  kysely: Kysely<Schema>,
  index: DataIndex,
  { indicator, action }: Pick<Entry, 'indicator' | 'action'>,
  standing: MinutesTable | null = null,
): Promise<void> => {
  const isNew = (name: string | null | undefined, before: string | null | undefined): name is string =>
    name !== null && name !== undefined && name !== before;
  if (isNew(indicator, standing?.indicator_id) && !isKnownIndicator(index, indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'indicator');
  }
  if (isNew(action?.cause, standing?.cause_id) && !(await causeStands(kysely, action.cause))) {
    throw new ServiceFailure('not-found', `There is no cause ${action.cause}.`, 'action.cause');
  }
  if (isNew(action?.improvement, standing?.improvement_id) && !(await improvementStands(kysely, action.improvement))) {
    throw new ServiceFailure('not-found', `There is no improvement ${action.improvement}.`, 'action.improvement');
  }
};
