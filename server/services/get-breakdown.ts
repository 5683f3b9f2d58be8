import type { Breakdown, BreakdownQuery } from '../../src/contract/breakdown.ts';
import { parseIsoWeek } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { casesBehind, wasSentReadyMade } from '../indicators/breakdown.ts';
import type { DataIndex } from './data-index.ts';
import { isKnownIndicator, teamsInScope } from './get-observations.ts';

/**
 * Causes of the cases that went wrong in a week, by the very rows that counted the figure.
 * @throws ServiceFailure `not-found` at `indicator` (unknown, or sent ready-made) or `team`,
 * `bad-request` at `week`.
 */
export const getBreakdown = async (
  ctx: ServiceContext,
  index: DataIndex,
  query: BreakdownQuery,
): Promise<Breakdown> => {
  const { indicator } = query;
  const week = parseIsoWeek(query.week);
  if (week === null) throw new ServiceFailure('bad-request', `The year of ${query.week} has no such week.`, 'week');
  if (!isKnownIndicator(index, indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'indicator');
  }
  const cases = { indicator, week, teamIds: teamsInScope(index, query.team), settings: ctx.settings };
  const behind = await casesBehind(ctx.db.background, cases);
  if (behind === null) {
    throw new ServiceFailure(
      'not-found',
      `${indicator} is sent ready-made: there are no records behind it.`,
      'indicator',
    );
  }
  if (behind.cases === 0 && (await wasSentReadyMade(ctx.db.background, cases))) {
    throw new ServiceFailure(
      'not-found',
      'The figure of this week was sent ready-made: there are no records behind it.',
      'indicator',
    );
  }
  return { indicator, from: query.from ?? query.week, week: query.week, ...behind };
};
