import { http, type RequestHandler } from 'msw';
import { DEFAULT_WEEKS, ObservationsQuery } from '../../src/contract/observations.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { lastWeekOf, observationsOf, type WeekSpan } from '../state/observations-of.ts';
import { gate } from './gate.ts';
import { parseQuery, parseWeek, unknownName } from './query.ts';
import { tagged } from './tagged.ts';

const MOST_WEEKS = 1040;

function spanOf(dataset: Dataset, query: ObservationsQuery): WeekSpan | Response {
  const to = query.to === undefined ? lastWeekOf(dataset) : parseWeek(query.to, 'to');
  if (typeof to !== 'number') return to;
  const from = query.from === undefined ? to - DEFAULT_WEEKS + 1 : parseWeek(query.from, 'from');
  if (typeof from !== 'number') return from;
  if (from > to) return errorResponse('bad-request', 'The range ends before it begins.', 'to');
  if (to - from >= MOST_WEEKS) return errorResponse('bad-request', 'At most 20 years at a time.', 'from');
  return { from, to };
}

export function observationsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/observations', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(ObservationsQuery, new URL(request.url));
      if ('refusal' in parsed) return parsed.refusal;
      const { query } = parsed;
      const unknown = unknownName(state, query.team, query.indicator);
      if (unknown !== null) return unknown;
      const dataset = state.dataset();
      const span = spanOf(dataset, query);
      if (span instanceof Response) return span;
      const { failing } = state.behaviour;
      return tagged(request, state.dataVersion(), observationsOf(dataset, state.dataVersion(), query, span, failing));
    }),
  ];
}
