import { routeAhead } from '../../domain/route-ahead.ts';
import type { ForecastAnswer, ForecastQuestion } from './forecast-thread.ts';

/** Simulates the routes of goals beside the page, which goes on drawing and answering keys meanwhile. */
self.addEventListener('message', ({ data: { key, soFar, input } }: MessageEvent<ForecastQuestion>) => {
  const answer: ForecastAnswer = { key, ahead: routeAhead(soFar, input) };
  self.postMessage(answer);
});
