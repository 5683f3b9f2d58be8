import { http, type RequestHandler } from 'msw';
import type { Causes } from '../../src/contract/breakdown.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { tagged } from './tagged.ts';

function causesOf({ causes, improvements }: Dataset): Causes {
  const links = improvements.map(({ id, title, effective }) => ({ id, title, effective }));
  return { causes, improvements: links.sort((a, b) => a.title.localeCompare(b.title)) };
}

export function causesHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/causes', async ({ request }) => {
      return (await gate(state)) ?? tagged(request, state.dataVersion(), causesOf(state.dataset()));
    }),
  ];
}
