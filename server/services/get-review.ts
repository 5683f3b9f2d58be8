import type { Closing, Frozen, Review } from '../../src/contract/reviews.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { carriedInto, closedBefore, minutesOf } from '../reviews/read-review.ts';
import { teamsOf, weekLabel, type ReviewKey } from '../reviews/review-key.ts';
import { teamsInScope } from './get-observations.ts';

/**
 * The review of a week and scope. One in which nobody has written is open and empty; one that is kept opens also where its
 * teams are gone from the records.
 * @throws ServiceFailure `not-found` at `team`.
 */
export const getReview = async (ctx: ServiceContext, key: ReviewKey): Promise<Review> => {
  const { kysely } = ctx.db;
  const row = await kysely
    .selectFrom('reviews')
    .selectAll()
    .where('week', '=', key.week)
    .where('scope', '=', key.scope)
    .executeTakeFirst();
  const minutes = await minutesOf(kysely, key);
  const teams = teamsOf(key.scope);
  if (row === undefined && minutes.length === 0) teamsInScope(await ctx.data.index(), teams);
  const previous = await closedBefore(kysely, key);
  return {
    week: weekLabel(key),
    teams,
    closed:
      row === undefined
        ? null
        : {
            at: new Date(row.closed_at).toISOString(),
            by: row.closed_by,
            spent: JSON.parse(row.spent) as Closing['spent'],
          },
    minutes,
    carried: await carriedInto(kysely, key, ctx.settings.timeZone),
    previous: previous === null ? null : isoWeekLabel(previous),
    frozen: row === undefined ? null : (JSON.parse(row.frozen) as Frozen),
  };
};
