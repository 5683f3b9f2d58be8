import type { Breakdown, BreakdownQuery } from '../../src/contract/breakdown.ts';
import { isoWeekLabel, parseIsoWeek, type WeekNumber } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { weeksCounted } from '../indicators/breakdown-cases.ts';
import { casesBehind, wasSentReadyMade } from '../indicators/breakdown.ts';
import type { DataIndex } from './data-index.ts';
import { isKnownIndicator, teamsInScope } from './get-observations.ts';

/** Longest range of one answer: a year, which may hold 53 weeks. */
const MOST_WEEKS = 53;

const weekAt = (label: string, at: 'week' | 'from'): WeekNumber => {
  const week = parseIsoWeek(label);
  if (week === null) throw new ServiceFailure('bad-request', `The year of ${label} has no such week.`, at);
  return week;
};

const weeksOf = (query: BreakdownQuery): { readonly from: WeekNumber; readonly to: WeekNumber } => {
  const to = weekAt(query.week, 'week');
  const from = query.from === undefined ? to : weekAt(query.from, 'from');
  if (from > to) throw new ServiceFailure('bad-request', 'The range ends before it begins.', 'from');
  if (to - from >= MOST_WEEKS) {
    throw new ServiceFailure('bad-request', `At most ${MOST_WEEKS} weeks at a time.`, 'from');
  }
  return { from, to };
};

/**
 * Causes of the cases that went wrong in a week or several, by the very rows that counted the figure.
 * @throws ServiceFailure `not-found` at `indicator` (unknown, or sent ready-made) or `team`,
 * `bad-request` at `week` or `from`.
 */
export const getBreakdown = async (
  ctx: ServiceContext,
  index: DataIndex,
  query: BreakdownQuery,
): Promise<Breakdown> => {
  const { indicator } = query;
  const weeks = weeksCounted(indicator, weeksOf(query));
  if (!isKnownIndicator(index, indicator)) {
    throw new ServiceFailure('not-found', `There is no indicator ${indicator}.`, 'indicator');
  }
  const cases = { indicator, weeks, teamIds: teamsInScope(index, query.team), settings: ctx.settings };
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
      'The figure was sent ready-made: there are no records behind it.',
      'indicator',
    );
  }
  return { indicator, from: isoWeekLabel(weeks.from), week: query.week, ...behind };
};
