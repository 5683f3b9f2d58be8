import type { MinuteRemoval, MinuteVersions } from '../../src/contract/minutes.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import { closedAlready, isClosed } from '../reviews/minute-checks.ts';
import { keepVersion } from '../reviews/minute-rows.ts';
import { teamsOf } from '../reviews/review-key.ts';
import { standingMinute } from './change-minute.ts';
import { listMinuteVersions } from './list-minute-versions.ts';

/**
 * Removes an entry from its review; its versions stay, and its id stays taken.
 * @throws ServiceFailure `not-found` at `id`; `conflict` at `revision` where it was changed or removed meanwhile, at `state`
 *   where the review is closed; `forbidden` for other teams than one's own.
 */
export const removeMinute = async (
  ctx: ServiceContext,
  id: string,
  { revision, author }: MinuteRemoval,
): Promise<MinuteVersions> => {
  const now = ctx.clock();
  await ctx.db.transaction(async (tx) => {
    const row = await standingMinute(tx, id, revision);
    ctx.assertMay('removeMinute', teamsOf(row.scope));
    if (await isClosed(tx.kysely, row)) throw closedAlready();
    const removed = { ...row, revision: revision + 1, changed_by: author, changed_at: now, removed_at: now };
    await tx.kysely.updateTable('minutes').set(removed).where('minute_id', '=', id).execute();
    await keepVersion(tx.kysely, removed, 'removed');
  }, INTERACTIVE);
  return listMinuteVersions(ctx, id);
};
