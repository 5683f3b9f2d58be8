import { http, type RequestHandler } from 'msw';
import { BreakdownQuery, type Breakdown } from '../../src/contract/breakdown.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
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

function breakdown(state: MockState, query: BreakdownQuery, week: number): Breakdown {
  const { indicator, team } = query;
  if (!hasCases(indicator)) return { indicator, week: query.week, cases: 0, casesWords: '', causes: [], spread: null };
  const isPictured = week === state.dataset().lastWholeWeek && team.length === 0;
  return {
    indicator,
    week: query.week,
    ...breakdownOf(
      indicator,
      casesOf(state, indicator, team, week),
      isPictured ? null : `${indicator}/${query.week}/${[...team].sort().join('+')}`,
    ),
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
      const week = parseWeek(query.week, 'week');
      if (typeof week !== 'number') return week;
      if (computedById(query.indicator) === undefined)
        return errorResponse(
          'not-found',
          'This figure was sent ready-made: there are no records behind it.',
          'indicator',
        );
      return tagged(request, state.dataVersion(), breakdown(state, query, week));
    }),
  ];
}
