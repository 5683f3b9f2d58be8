import { http, type RequestHandler } from 'msw';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { tagged } from './tagged.ts';

export function causesHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/causes', async ({ request }) => {
      return (await gate(state)) ?? tagged(request, state.dataVersion(), state.dataset().links);
    }),
  ];
}
