import type { Reviews } from '../../src/contract/reviews.ts';
import { isoWeekLabel, type WeekNumber } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { scopeOf, teamsOf } from '../reviews/review-key.ts';
import { teamsInScope } from './get-observations.ts';

/**
 * The reviews of a scope that were closed or in which something written stands, newest week first.
 * @throws ServiceFailure `not-found` at `team`, where nothing is kept of that scope either.
 */
export const listReviews = async (ctx: ServiceContext, teams: readonly string[]): Promise<Reviews> => {
  const { kysely } = ctx.db;
  const scope = scopeOf(teams);
  const closed = await kysely.selectFrom('reviews').select(['week', 'closed_at']).where('scope', '=', scope).execute();
  const written = await kysely
    .selectFrom('minutes')
    .select((column) => ['week', column.fn.countAll<number>().as('minutes')])
    .where('scope', '=', scope)
    .where('removed_at', 'is', null)
    .groupBy('week')
    .execute();
  if (closed.length + written.length === 0) teamsInScope(await ctx.data.index(), teams);
  const closedAt = new Map<WeekNumber, number>(closed.map((row) => [row.week, row.closed_at]));
  const minutes = new Map<WeekNumber, number>(written.map((row) => [row.week, row.minutes]));
  const weeks = [...new Set([...closedAt.keys(), ...minutes.keys()])].sort((a, b) => b - a);
  return {
    reviews: weeks.map((week) => {
      const at = closedAt.get(week);
      return {
        week: isoWeekLabel(week),
        teams: teamsOf(scope),
        state: at === undefined ? ('open' as const) : ('closed' as const),
        closedAt: at === undefined ? null : new Date(at).toISOString(),
        minutes: minutes.get(week) ?? 0,
      };
    }),
  };
};
