import { http, type RequestHandler } from 'msw';
import { eventStream } from '../state/event-stream.ts';
import { MOCK_BUILD, type MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';

export function liveHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/live', async () => {
      const closed = await gate(state);
      if (closed !== null) return closed;
      return eventStream((send) => {
        send({ dataVersion: state.dataVersion(), build: MOCK_BUILD });
        return state.onLive(send);
      });
    }),
  ];
}
