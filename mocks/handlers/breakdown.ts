import { http, type RequestHandler } from 'msw';
import { BreakdownQuery, type Breakdown } from '../../src/contract/breakdown.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { isoWeekLabel, type WeekNumber } from '../../src/domain/week.ts';
import { breakdownOf } from '../fixtures/breakdowns.ts';
import { numeratorScaleOf, sumsOfScope, teamsInScope } from '../fixtures/scope.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseQuery, parseWeek, unknownName } from './query.ts';
import { tagged } from './tagged.ts';

const LISTS = new Set(['team']);

/** A grade, an estimate or a mere count has no single case that went wrong. */
function hasCases(indicator: string): boolean {
  const known = computedById(indicator);
  if (known?.numeratorScale !== 1 || indicator === 'silent-customers') return false;
  return known.better !== 'none' || known.needs.includes('claims');
}

/** Misses where higher is better, hits where lower is, or all that a count counts. */
function casesOf(state: MockState, indicator: string, teams: readonly string[], week: number): number {
  const dataset = state.dataset();
  const series = dataset.series.find((candidate) => candidate.indicator === indicator);
  const sums = series === undefined ? null : sumsOfScope(dataset, series, teamsInScope(dataset, teams), week);
  if (sums === null) return 0;
  const known = computedById(indicator);
  const counted = Math.round(sums.numerator / numeratorScaleOf(indicator));
  return known?.unit === 'percent' && known.better === 'higher' ? Math.max(0, sums.denominator - counted) : counted;
}

/** Longest range of one answer: a year, which may hold 53 weeks. */
const MOST_WEEKS = 53;

/** The weeks that are asked for, both inclusive. */
function weeksOf(query: BreakdownQuery): { readonly from: WeekNumber; readonly to: WeekNumber } | Response {
  const to = parseWeek(query.week, 'week');
  if (typeof to !== 'number') return to;
  const from = query.from === undefined ? to : parseWeek(query.from, 'from');
  if (typeof from !== 'number') return from;
  if (from > to) return errorResponse('bad-request', 'The range ends before it begins.', 'from');
  if (to - from >= MOST_WEEKS) return errorResponse('bad-request', `At most ${MOST_WEEKS} weeks at a time.`, 'from');
  return { from, to };
}

/** Weeks and scopes that a picture shows: they keep the picture's own weights. */
function isPictured(state: MockState, teams: readonly string[], from: WeekNumber, to: WeekNumber): boolean {
  const { lastWholeWeek } = state.dataset();
  if (to !== lastWholeWeek) return false;
  return teams.length === 0 ? from === to : teams.length === 1 && teams[0] === 'depot-north' && from === to - 5;
}

function breakdown(
  state: MockState,
  { indicator, team, week }: BreakdownQuery,
  asked: { readonly from: WeekNumber; readonly to: WeekNumber },
): Breakdown {
  const { to } = asked;
  // A stock or look-back stands at its last week: summed, its cases would count anew in every week.
  const from = computedById(indicator)?.overWeeks === 'last' ? to : asked.from;
  const shared = { indicator, from: isoWeekLabel(from), week };
  if (!hasCases(indicator)) return { ...shared, cases: 0, casesWords: '', causes: [], components: [], spread: null };
  const weeks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return {
    ...shared,
    ...breakdownOf({
      indicator,
      teams: team,
      cases: weeks.reduce((sum, each) => sum + casesOf(state, indicator, team, each), 0),
      key: isPictured(state, team, from, to)
        ? null
        : [indicator, week, ...(from === to ? [] : [shared.from]), [...team].sort().join('+')].join('/'),
      known: state.dataset().causes,
    }),
  };
}

export function breakdownHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/breakdown', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(BreakdownQuery, new URL(request.url), LISTS);
      if ('refusal' in parsed) return parsed.refusal;
      const { query } = parsed;
      const unknown = unknownName(state, query.team, [query.indicator]);
      if (unknown !== null) return unknown;
      if (query.indicator === state.behaviour.failing) return errorResponse('internal', 'Could not read invoices.');
      const weeks = weeksOf(query);
      if (weeks instanceof Response) return weeks;
      if (computedById(query.indicator) === undefined)
        return errorResponse(
          'not-found',
          'This figure was sent ready-made: there are no records behind it.',
          'indicator',
        );
      return tagged(request, state.dataVersion(), breakdown(state, query, weeks));
    }),
  ];
}
