import { HttpResponse, http, type RequestHandler } from 'msw';
import type { Health } from '../../src/contract/health.ts';
import { isoDate, isoWeekLabel, sundayOf } from '../../src/domain/week.ts';
import { personSignedIn } from '../state/mock-caller.ts';
import { MOCK_BUILD, type MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';

function healthOf(state: MockState): Health {
  const dataset = state.dataset();
  const empty = dataset.series.length === 0;
  const { trouble } = state.behaviour;
  const { lastWholeWeek, pipelineRanAt, cadenceSeconds } = dataset;
  return {
    status: trouble !== null ? 'degraded' : state.imports.running() ? 'importing' : 'ok',
    trouble,
    build: MOCK_BUILD,
    dataVersion: state.dataVersion(),
    now: dataset.now,
    dataTo: empty ? null : isoDate(sundayOf(lastWholeWeek)),
    latestWeek: empty ? null : isoWeekLabel(lastWholeWeek),
    firstWeek: empty ? null : isoWeekLabel(dataset.firstWeek),
    pipelineRanAt: empty ? null : pipelineRanAt,
    expectedAt:
      empty || pipelineRanAt === null
        ? null
        : new Date(Date.parse(pipelineRanAt) + cadenceSeconds * 1000).toISOString(),
    cadenceSeconds,
    nextPollSeconds: state.behaviour.nextPollSeconds,
    empty,
    sample: dataset.sample,
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
