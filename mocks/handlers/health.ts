import { HttpResponse, http, type RequestHandler } from 'msw';
import type { Health } from '../../src/contract/health.ts';
import { healthOfData } from '../state/health-of.ts';
import { personSignedIn } from '../state/mock-caller.ts';
import { MOCK_BUILD, type MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';

function healthOf(state: MockState): Health {
  const dataset = state.dataset();
  const { trouble } = state.behaviour;
  return {
    status: trouble !== null ? 'degraded' : state.imports.running() ? 'importing' : 'ok',
    trouble,
    build: MOCK_BUILD,
    dataVersion: state.dataVersion(),
    now: dataset.now,
    ...healthOfData(dataset),
    nextPollSeconds: state.behaviour.nextPollSeconds,
    open: state.behaviour.signIn.mode === 'open',
  };
}

/** To whoever has not signed in: that the service lives, and nothing of the data. */
const withoutData = (health: Health): Health => ({
  ...health,
  ...{ dataVersion: 0, dataTo: null, latestWeek: null, firstWeek: null, pipelineRanAt: null, expectedAt: null },
  ...{ empty: false, sample: false },
});

export function healthHandlers(state: MockState): RequestHandler[] {
  return [
    http.get('*/api/health', async () => {
      state.heard.count++;
      const health = personSignedIn(state).kind === 'nobody' ? withoutData(healthOf(state)) : healthOf(state);
      return (await gate(state)) ?? HttpResponse.json(health, { headers: { 'cache-control': 'no-store' } });
    }),
  ];
}
