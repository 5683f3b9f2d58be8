import type { Minute, MinuteChange } from '../../src/contract/minutes.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { MinutesTable } from '../db/schema-reviews.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { assertNames, closedAlready, isClosed } from '../reviews/minute-checks.ts';
import { actionColumns, entryOf, findMinute, keepVersion, minuteOf, spelled } from '../reviews/minute-rows.ts';
import { teamsOf } from '../reviews/review-key.ts';

/**
 * The entry, where it stands at the revision that somebody wrote on. Nobody's text is lost: what was written on an older
 * one is refused, and the writer merges.
 * @throws ServiceFailure `not-found` at `id`, `conflict` at `revision`.
 */
export const standingMinute = async (tx: Transaction, id: string, revision: number): Promise<MinutesTable> => {
  const row = await findMinute(tx.kysely, id);
  if (row === undefined) throw new ServiceFailure('not-found', 'There is no such entry.', 'id');
  if (row.removed_at !== null) {
    throw new ServiceFailure('conflict', `${row.changed_by} has removed this entry.`, 'revision');
  }
  if (row.revision !== revision) {
    throw new ServiceFailure('conflict', `${row.changed_by} has changed this entry meanwhile.`, 'revision');
  }
  return row;
};

/** Whether a change says anew what became of an action or how far it is, and nothing else. */
const movesStateAlone = (row: MinutesTable, change: MinuteChange): boolean => {
  const standing = entryOf(row);
  if (standing.action === null || change.action === null) return false;
  const { state, progress } = standing.action;
  const asked = { ...change, kind: standing.kind, action: { ...change.action, state, progress } };
  return spelled(asked) === spelled(standing);
};

/**
 * Changes a note, decision or action; every version is kept. In a closed review only the state of an action can
 * change, and how far it is: what was agreed stands, the work goes on.
 * @throws ServiceFailure `not-found` at `id`, `indicator`, `action.cause` or `action.improvement`; `bad-request` at `action`
 *   or `action.due`; `conflict` at `revision` where it was changed or removed meanwhile, at `state` where the review is
 *   closed; `forbidden` for other teams than one's own.
 */
export const changeMinute = async (ctx: ServiceContext, id: string, change: MinuteChange): Promise<Minute> => {
  const index = await ctx.data.index();
  const now = ctx.clock();
  return ctx.db.transaction(async (tx) => {
    const row = await standingMinute(tx, id, change.revision);
    ctx.assertMay('changeMinute', teamsOf(row.scope));
    const { kind } = entryOf(row);
    const columns = actionColumns({ kind, action: change.action }, row, change.author, now);
    if (!movesStateAlone(row, change) && (await isClosed(tx.kysely, row))) throw closedAlready();
    await assertNames(tx.kysely, index, change, row);
    const next: MinutesTable = {
      ...row,
      ...columns,
      indicator_id: change.indicator,
      text: change.text,
      changed_by: change.author,
      changed_at: now,
      revision: row.revision + 1,
    };
    await tx.kysely.updateTable('minutes').set(next).where('minute_id', '=', id).execute();
    await keepVersion(tx.kysely, next, 'stands');
    return minuteOf(next);
  }, INTERACTIVE);
};
