import { HttpResponse, delay } from 'msw';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';

/** What a scenario does before any answer: waits, fails, or is not heard. null: go on. */
export async function gate(state: MockState): Promise<Response | null> {
  const { behaviour } = state;
  if (behaviour.delay > 0) await delay(behaviour.delay);
  if (behaviour.service === 'down')
    return errorResponse(
      'internal',
      'The service could not answer. Try again; if it stays so, tell whoever runs Kept.',
    );
  const { count, boards } = state.heard;
  const heard = count > 1 || boards > 0;
  if (behaviour.service === 'database-lost' && heard)
    return errorResponse(
      'database-unavailable',
      'The database does not answer. Check that it runs and that its address is right.',
    );
  if (behaviour.service === 'lost' && heard) return HttpResponse.error();
  return null;
}
