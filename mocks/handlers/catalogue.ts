import { http, type RequestHandler } from 'msw';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';
import { tagged } from './tagged.ts';

function catalogueOf(state: MockState): Catalogue {
  const { organisation, own, marks, missing, series } = state.dataset();
  return {
    organisation,
    available: series.map(({ indicator }) => indicator).filter((id) => computedById(id) !== undefined),
    missing: [...missing],
    own: [...own],
    marks,
    weights: {},
  };
}

export function catalogueHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/catalogue', async ({ request }) => {
      return (await gate(state)) ?? tagged(request, state.dataVersion(), catalogueOf(state));
    }),
  ];
}
