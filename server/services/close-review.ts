import type { Closing, Review } from '../../src/contract/reviews.ts';
import { isoDate, sundayOf } from '../../src/domain/week.ts';
import { dayOfInstant } from '../../src/domain/zone.ts';
import type { ServiceContext } from '../context.ts';
import { readDataVersion } from '../db/data-version.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { freeze } from '../reviews/freeze.ts';
import { isClosed } from '../reviews/minute-checks.ts';
import { carriedInto, minutesOf } from '../reviews/read-review.ts';
import { teamsOf, weekLabel, type ReviewKey } from '../reviews/review-key.ts';
import { teamsInScope } from './get-observations.ts';
import { getReview } from './get-review.ts';

const movedOn = (): ServiceFailure =>
  new ServiceFailure(
    'conflict',
    'The data has moved on since these figures were drawn. Look at the new ones, then close.',
    'dataVersion',
  );

/**
 * Closes a review and keeps exactly what was seen, in one write transaction: there is one writer at a time, so that
 * neither data nor minutes can move between the look at the version and the commit.
 * @throws ServiceFailure `not-found` at `team`, `bad-request` at `week` before its Sunday is past, `conflict` at `state`
 *   where it is closed already, at `dataVersion` where the data is no longer what was seen.
 */
export const closeReview = async (ctx: ServiceContext, key: ReviewKey, closing: Closing): Promise<Review> => {
  const index = await ctx.data.index();
  teamsInScope(index, teamsOf(key.scope));
  const now = ctx.clock();
  if (dayOfInstant(now, ctx.settings.timeZone) <= sundayOf(key.week)) {
    throw new ServiceFailure(
      'bad-request',
      `Week ${weekLabel(key)} is complete after ${isoDate(sundayOf(key.week))}; until then it cannot be closed.`,
      'week',
    );
  }
  await ctx.db.transaction(async (tx) => {
    if (await isClosed(tx.kysely, key)) throw new ServiceFailure('conflict', 'This review is closed already.', 'state');
    const { version } = await readDataVersion(tx);
    if (version !== closing.dataVersion || version !== index.version) throw movedOn();
    const words = {
      minutes: await minutesOf(tx.kysely, key),
      carried: await carriedInto(tx.kysely, key, ctx.settings.timeZone),
    };
    await tx.kysely
      .insertInto('reviews')
      .values({
        ...key,
        closed_at: now,
        closed_by: closing.author,
        spent: JSON.stringify(closing.spent),
        data_version: version,
        frozen: JSON.stringify(freeze(ctx, index, key, words, now)),
      })
      .execute();
  }, INTERACTIVE);
  return getReview(ctx, key);
};
