import type { ArrivalModel } from '../charts/arrival-geometry.ts';
import type { Formats } from '../domain/format.ts';
import type { RouteForecast, RouteInput, RouteSoFar, RouteVerdict } from '../domain/route-types.ts';
import { routeForecast } from '../domain/route-forecast.ts';
import { arrivalWords } from '../domain/route-sentence.ts';
import { routeVerdict } from '../domain/route-verdict.ts';

/** What a simulation says of a goal, and how its row tells it. */
export type GoalAhead = {
  readonly forecast: RouteForecast;
  readonly verdict: RouteVerdict;
  readonly arrival: ArrivalModel['arrival'];
  readonly words: { readonly main: string; readonly sub: string };
};

/** Simulates one goal: some milliseconds, so that whoever asks for several lets the browser breathe between them. */
export function goalAhead(input: RouteInput, soFar: RouteSoFar, formats: Formats): GoalAhead {
  const forecast = routeForecast(soFar, input);
  const verdict = routeVerdict(soFar, forecast, input);
  return { forecast, verdict, arrival: arrivalOf(verdict), words: arrivalWords(verdict, formats) };
}

/** One that is there already has nothing left to arrive; where nothing is known the goal's date stands alone. */
function arrivalOf(verdict: RouteVerdict): ArrivalModel['arrival'] {
  switch (verdict.kind) {
    case 'arrives':
      return verdict.arrival;
    case 'away':
      return { kind: 'none', away: true };
    case 'not-without-change':
    case 'out-of-sight':
      return { kind: 'none', away: false };
    case 'no-figure':
    case 'no-start':
    case 'there':
    case 'too-few':
      return { kind: 'unknown' };
  }
}
