import { routeAhead, type RouteAhead } from '../../domain/route-ahead.ts';
import type { RouteInput, RouteSoFar } from '../../domain/route-types.ts';
import { breathe } from '../../parts/breathe.ts';

export type ForecastQuestion = { readonly key: string; readonly input: RouteInput; readonly soFar: RouteSoFar };

export type ForecastAnswer = { readonly key: string; readonly ahead: RouteAhead };

type Told = (ahead: RouteAhead) => void;

/** Simulates a goal and tells when it is done; a question whose key is on its way already is not simulated twice. */
export type AskForecast = (question: ForecastQuestion, told: Told) => void;

/**
 * Forecasts by a thread that is started with the first question. Its file may be gone after a new build, and a browser's
 * policy may forbid threads: then the page simulates itself, one goal after the other.
 */
export function forecastsBy(start: () => Worker): AskForecast {
  const waiting = new Map<string, { readonly question: ForecastQuestion; readonly told: Told[] }>();
  let thread: Worker | 'none-yet' | 'broken' = 'none-yet';

  function settle({ key, ahead }: ForecastAnswer): void {
    const asked = waiting.get(key);
    waiting.delete(key);
    for (const told of asked?.told ?? []) told(ahead);
  }

  /** Everything that waits; between two of them the browser draws. */
  async function answerHere(): Promise<void> {
    for (const { key, soFar, input } of [...waiting.values()].map(({ question }) => question)) {
      await breathe();
      if (waiting.has(key)) settle({ key, ahead: routeAhead(soFar, input) });
    }
  }

  function listenTo(started: Worker): Worker {
    started.addEventListener('message', ({ data }: MessageEvent<ForecastAnswer>) => settle(data));
    started.addEventListener('error', (event) => {
      event.preventDefault();
      started.terminate();
      thread = 'broken';
      void answerHere();
    });
    return started;
  }

  return (question, told) => {
    const known = waiting.get(question.key);
    if (known !== undefined) {
      known.told.push(told);
      return;
    }
    waiting.set(question.key, { question, told: [told] });
    if (thread === 'none-yet') thread = listenTo(start());
    if (thread === 'broken') void answerHere();
    else thread.postMessage(question);
  };
}

/** Forecasts of the page. */
export const askForecast: AskForecast = forecastsBy(
  () => new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' }),
);
