import type { Kysely } from 'kysely';
import type { ImprovementWords } from '../../src/contract/improvements.ts';
import type { ImprovementsTable, Schema } from '../db/schema.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { causeStands } from '../reviews/minute-checks.ts';
import type { DataIndex } from '../services/data-index.ts';
import { isKnownIndicator } from '../services/get-observations.ts';

/**
 * Whether what an improvement names exists. A name that stood there before is let be: an undone import must not make an
 * improvement unchangeable.
 * @throws ServiceFailure `not-found` at `words.indicator`, `words.team` or `words.cause`.
 */
export const assertImprovementNames = async (
  kysely: Kysely<Schema>,
  index: DataIndex,
  { indicator, team, cause }: ImprovementWords,
  standing: ImprovementsTable | null = null,
): Promise<void> => {
  const isNew = (name: string | null, before: string | null | undefined): name is string =>
    name !== null && name !== before;
  if (isNew(indicator, standing?.indicator_id) && !isKnownIndicator(index, indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'words.indicator');
  }
  if (isNew(team, standing?.team_id) && !index.teamIds.has(team)) {
    throw new ServiceFailure('not-found', `There is no team ${team}.`, 'words.team');
  }
  if (isNew(cause, standing?.cause_id) && !(await causeStands(kysely, cause))) {
    throw new ServiceFailure('not-found', `There is no cause ${cause}.`, 'words.cause');
  }
};
