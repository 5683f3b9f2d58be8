import { http, type RequestHandler } from 'msw';
import { catalogueOf } from '../state/catalogue-of.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { tagged } from './tagged.ts';

export function catalogueHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/catalogue', async ({ request }) => {
      return (await gate(state)) ?? tagged(request, state.dataVersion(), catalogueOf(state.dataset()));
    }),
  ];
}
