import { routeForecast } from './route-forecast.ts';
import type { RouteForecast, RouteInput, RouteSoFar, RouteVerdict } from './route-types.ts';
import { routeVerdict } from './route-verdict.ts';

/** What lies ahead of a goal: its simulation, and what that comes to. */
export type RouteAhead = { readonly forecast: RouteForecast; readonly verdict: RouteVerdict };

/** Simulates one goal: some milliseconds on a fast machine, so that whoever draws meanwhile does it in another thread. */
export function routeAhead(soFar: RouteSoFar, input: RouteInput): RouteAhead {
  const forecast = routeForecast(soFar, input);
  return { forecast, verdict: routeVerdict(soFar, forecast, input) };
}
