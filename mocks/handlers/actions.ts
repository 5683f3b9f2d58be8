import { HttpResponse, http, type RequestHandler } from 'msw';
import { ActionsQuery } from '../../src/contract/minutes.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { parseQuery, unknownName } from './query.ts';

const NO_LISTS: ReadonlySet<string> = new Set();

export function actionsHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/actions', async ({ request }) => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      const parsed = parseQuery(ActionsQuery, new URL(request.url), NO_LISTS);
      if ('refusal' in parsed) return parsed.refusal;
      const { indicator, state: wanted } = parsed.query;
      const unknown = unknownName(state, [], indicator === undefined ? [] : [indicator]);
      if (unknown !== null) return unknown;
      const actions = state.minutes
        .standing()
        .filter(
          (minute) =>
            minute.action !== null &&
            (indicator === undefined || minute.indicator === indicator) &&
            (wanted === 'all' || minute.action.state === 'open'),
        )
        .sort((a, b) => (a.action?.due ?? '').localeCompare(b.action?.due ?? ''));
      return HttpResponse.json({ actions }, { headers: { 'cache-control': 'no-store' } });
    }),
  ];
}
