import type { Kysely } from 'kysely';
import type { ActionWords, Minute, NewMinute } from '../../src/contract/minutes.ts';
import { isoDate, isoWeekLabel, parseIsoDate } from '../../src/domain/week.ts';
import type { Schema } from '../db/schema.ts';
import type { MinutesTable } from '../db/schema-reviews.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { teamsOf } from './review-key.ts';

/** What a person wrote, without who and when: the part that a version keeps whole. */
export type Entry = Pick<NewMinute, 'kind' | 'indicator' | 'text' | 'action'>;

type ActionColumns = Pick<
  MinutesTable,
  'owner' | 'due_day' | 'cause_id' | 'improvement_id' | 'state' | 'state_at' | 'state_by' | 'expected' | 'progress'
>;

const KINDS: ReadonlyArray<Minute['kind']> = ['note', 'decision', 'action'];
const STATES: ReadonlyArray<ActionWords['state']> = ['open', 'done', 'dropped'];

const instant = (at: number): string => new Date(at).toISOString();

const actionOf = (row: MinutesTable): Minute['action'] => {
  if (row.state === null || row.owner === null || row.due_day === null) return null;
  return {
    owner: row.owner,
    due: isoDate(row.due_day),
    cause: row.cause_id,
    improvement: row.improvement_id,
    state: STATES.find((state) => state === row.state) ?? 'open',
    closedAt: row.state_at === null ? null : instant(row.state_at),
    closedBy: row.state_by,
    expected: row.expected,
    progress: row.progress,
  };
};

export const minuteOf = (row: MinutesTable): Minute => ({
  id: row.minute_id,
  kind: KINDS.find((kind) => kind === row.kind) ?? 'note',
  week: isoWeekLabel(row.week),
  teams: teamsOf(row.scope),
  indicator: row.indicator_id,
  text: row.text,
  author: row.author,
  createdAt: instant(row.created_at),
  changedBy: row.changed_by,
  changedAt: instant(row.changed_at),
  revision: row.revision,
  action: actionOf(row),
});

/** What stands, in the shape in which people write it. */
export const entryOf = (row: MinutesTable): Entry => {
  const { kind, indicator, text, action } = minuteOf(row);
  if (action === null) return { kind, indicator, text, action };
  const { owner, due, cause, improvement, state, expected, progress } = action;
  return { kind, indicator, text, action: { owner, due, cause, improvement, state, expected, progress } };
};

/** Nothing said is one thing, whether as null, as an empty text or left out. */
const progressOf = ({ progress }: ActionWords): string | null => {
  const text = progress?.trim() ?? '';
  return text === '' ? null : text;
};

/** One spelling for equal entries, whatever the order in which their fields came. */
export const spelled = ({ kind, indicator, text, action }: Entry): string =>
  JSON.stringify([
    kind,
    indicator,
    text,
    action && [
      ...[action.owner, action.due, action.cause, action.improvement, action.state],
      ...[action.expected ?? null, progressOf(action)],
    ],
  ]);

/** @throws ServiceFailure `bad-request` at `action`, or at `action.due` where that is no date. */
export const dueDayOf = ({ kind, action }: Pick<Entry, 'kind' | 'action'>): number | null => {
  if ((kind === 'action') !== (action !== null)) {
    const message =
      kind === 'action'
        ? 'An action needs an owner and a date: give action.'
        : `Only an action has an owner and a date; leave action null for a ${kind}.`;
    throw new ServiceFailure('bad-request', message, 'action');
  }
  if (action === null) return null;
  const due = parseIsoDate(action.due);
  if (due === null) throw new ServiceFailure('bad-request', `There is no date ${action.due}.`, 'action.due');
  return due;
};

/**
 * The columns of an action. Who closed it, and when, follow the state: they stay while the state stays, and are gone when
 * it is opened again.
 */
export const actionColumns = (
  entry: Pick<Entry, 'kind' | 'action'>,
  standing: MinutesTable | null,
  by: string,
  now: number,
): ActionColumns => {
  const due = dueDayOf(entry);
  const { action } = entry;
  const state = action?.state ?? null;
  const isOpen = state === null || state === 'open';
  const stays = standing !== null && standing.state === state;
  return {
    owner: action?.owner ?? null,
    due_day: due,
    cause_id: action?.cause ?? null,
    improvement_id: action?.improvement ?? null,
    state,
    state_at: isOpen ? null : stays ? standing.state_at : now,
    state_by: isOpen ? null : stays ? standing.state_by : by,
    expected: action?.expected ?? null,
    progress: action === null ? null : progressOf(action),
  };
};

/** The entry of an id, also one that was removed. */
export const findMinute = async (kysely: Kysely<Schema>, id: string): Promise<MinutesTable | undefined> =>
  kysely.selectFrom('minutes').selectAll().where('minute_id', '=', id).executeTakeFirst();

/** Keeps what a revision left, or that it removed the entry. */
export const keepVersion = async (
  kysely: Kysely<Schema>,
  row: MinutesTable,
  state: 'stands' | 'removed',
): Promise<void> => {
  await kysely
    .insertInto('minute_versions')
    .values({
      minute_id: row.minute_id,
      revision: row.revision,
      at: row.changed_at,
      by_whom: row.changed_by,
      state,
      entry: JSON.stringify(entryOf(row)),
    })
    .execute();
};
