import type { Minute, NewMinute } from '../../src/contract/minutes.ts';
import { tellAudit } from '../auth/audit.ts';
import type { ServiceContext } from '../context.ts';
import type { Transaction } from '../db/database.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { MinutesTable } from '../db/schema-reviews.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { assertNames, closedAlready, isClosed } from '../reviews/minute-checks.ts';
import {
  actionColumns,
  dueDayOf,
  findMinute,
  keepVersion,
  minuteOf,
  spelled,
  type Entry,
} from '../reviews/minute-rows.ts';
import { teamsOf, weekLabel, type ReviewKey } from '../reviews/review-key.ts';
import { teamsInScope } from './get-observations.ts';

/** Whether the entry that stands under this id is the one that is sent: in the same review, by the same person, with the same first words. */
const isRepeat = async (
  tx: Transaction,
  standing: MinutesTable,
  key: ReviewKey,
  minute: NewMinute,
): Promise<boolean> => {
  if (standing.removed_at !== null || standing.week !== key.week || standing.scope !== key.scope) return false;
  const first = await tx.kysely
    .selectFrom('minute_versions')
    .select(['by_whom', 'entry'])
    .where('minute_id', '=', minute.id)
    .where('revision', '=', 1)
    .executeTakeFirst();
  return first?.by_whom === minute.author && spelled(JSON.parse(first.entry) as Entry) === spelled(minute);
};

/**
 * Adds a note, decision or action to a review. The id is the writer's own, so that what is sent twice is written once: the
 * repeat answers the entry as it stands, also when the review was closed in between.
 * @throws ServiceFailure `bad-request` at `action` or `action.due`; `not-found` at `team`, `indicator`, `action.cause` or
 *   `action.improvement`; `conflict` at `id` where another entry has it, at `state` where the review is closed; `forbidden` for
 *   other teams than one's own.
 */
export const addMinute = async (ctx: ServiceContext, key: ReviewKey, minute: NewMinute): Promise<Minute> => {
  ctx.assertMay('addMinute', teamsOf(key.scope));
  dueDayOf(minute);
  tellAudit({ about: minute.id, detail: `${minute.kind} in the review of ${weekLabel(key)}` });
  const index = await ctx.data.index();
  const now = ctx.clock();
  return ctx.db.transaction(async (tx) => {
    const standing = await findMinute(tx.kysely, minute.id);
    if (standing !== undefined) {
      if (await isRepeat(tx, standing, key, minute)) return minuteOf(standing);
      throw new ServiceFailure('conflict', 'Another entry has this id. Send it with a new one.', 'id');
    }
    teamsInScope(index, teamsOf(key.scope));
    if (await isClosed(tx.kysely, key)) throw closedAlready();
    await assertNames(tx.kysely, index, minute);
    const row: MinutesTable = {
      minute_id: minute.id,
      ...key,
      kind: minute.kind,
      indicator_id: minute.indicator,
      text: minute.text,
      author: minute.author,
      created_at: now,
      changed_by: minute.author,
      changed_at: now,
      revision: 1,
      ...actionColumns(minute, null, minute.author, now),
      removed_at: null,
    };
    await tx.kysely.insertInto('minutes').values(row).execute();
    await keepVersion(tx.kysely, row, 'stands');
    return minuteOf(row);
  }, INTERACTIVE);
};
