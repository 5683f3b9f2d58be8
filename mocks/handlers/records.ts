import { http, type RequestHandler } from 'msw';
import { RecordsQuery, type Records } from '../../src/contract/records.ts';
import { columnsOf, kindBehind, rowAt, rowCount } from '../fixtures/rows.ts';
import { numeratorScaleOf, sumsOfScope, teamsInScope } from '../fixtures/scope.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseQuery, parseWeek, unknownName } from './query.ts';
import { tagged } from './tagged.ts';

function recordsOf(state: MockState, query: RecordsQuery, week: number): Records {
  const dataset = state.dataset();
  const { indicator } = query;
  const series = dataset.series.find((candidate) => candidate.indicator === indicator);
  const scope = teamsInScope(dataset, query.team);
  const sums = series === undefined ? null : sumsOfScope(dataset, series, scope, week);
  const stored = { numerator: 0, denominator: 0, ...sums, scale: numeratorScaleOf(indicator) };
  const total = rowCount(indicator, stored.numerator, stored.denominator);
  const first = (query.page - 1) * query.pageSize;
  const figure = { indicator, week, label: query.week, scope: query.team.join('+') };
  return {
    indicator,
    kind: kindBehind(indicator),
    week: query.week,
    numerator: stored.numerator / stored.scale,
    denominator: stored.denominator,
    total,
    page: query.page,
    pageSize: query.pageSize,
    columns: columnsOf(kindBehind(indicator)),
    rows: Array.from({ length: Math.max(0, Math.min(query.pageSize, total - first)) }, (_, index) =>
      rowAt(figure, stored, total, first + index),
    ),
    facts: indicator === 'open-claims' ? [{ name: '90th-percentile age', value: 17, unit: 'days' }] : [],
  };
}

const LISTS = new Set(['team']);

export function recordsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/records/:kind', async ({ request, params }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(RecordsQuery, new URL(request.url), LISTS);
      if ('refusal' in parsed) return parsed.refusal;
      const { query } = parsed;
      const unknown = unknownName(state, query.team, [query.indicator]);
      if (unknown !== null) return unknown;
      if (query.indicator === state.behaviour.failing) return errorResponse('internal', 'Could not read invoices.');
      if (params.kind !== kindBehind(query.indicator)) {
        const message = `${query.indicator} is counted in ${kindBehind(query.indicator)}, not in ${String(params.kind)}.`;
        return errorResponse('not-found', message, 'kind');
      }
      const week = parseWeek(query.week, 'week');
      if (typeof week !== 'number') return week;
      return tagged(request, state.dataVersion(), recordsOf(state, query, week));
    }),
  ];
}
