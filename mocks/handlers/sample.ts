import { HttpResponse, http, type RequestHandler } from 'msw';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';

export function sampleHandlers(state: MockState): RequestHandler[] {
  return [
    http.post('*/api/sample', async () => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      if (state.dataset().series.length > 0)
        return errorResponse(
          'conflict',
          'There are records already; the sample company only goes into an empty service.',
        );
      return HttpResponse.json(state.imports.startSample(), { status: 202 });
    }),
  ];
}
