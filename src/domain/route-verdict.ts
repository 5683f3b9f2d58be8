import { assuranceOf } from './assurance.ts';
import type { RouteForecast, RouteInput, RouteSoFar, RouteVerdict } from './route-types.ts';
import { meetsTarget } from './target.ts';

/** A signal older than this does not make a process unstable today. */
const STABLE_WEEKS = 26;

/**
 * What the route comes to, in one word of `RouteVerdict`; total, in this order: no figure, no start, there already, too
 * few weeks, stable and out of its limits' reach, moving away, arriving, out of sight.
 */
export function routeVerdict(soFar: RouteSoFar, forecast: RouteForecast, input: RouteInput): RouteVerdict {
  const { now, goal, indicator } = soFar;
  if (now === null) return { kind: 'no-figure' };
  if (meetsTarget(now.value, goal.target, indicator.better) === true) return { kind: 'there', weeks: soFar.holding };
  if (goal.baseline === null) return { kind: 'no-start' };
  if (forecast.kind === 'declined') return { kind: 'too-few', possibleFrom: forecast.possibleFrom };
  if (isStableOutOfReach(input)) return { kind: 'not-without-change' };
  const { arrival } = forecast;
  if (arrival.kind === 'arrives') return { kind: 'arrives', arrival };
  return arrival.away ? { kind: 'away' } : { kind: 'out-of-sight' };
}

/** No signal in the newest weeks of the newest segment, and its limits exclude the target (statistics.md, "Route to the goal"). */
function isStableOutOfReach({ analysis, goal, indicator }: RouteInput): boolean {
  const newest = analysis.segments.at(-1);
  if (newest === undefined || newest.trial) return false;
  const since = Math.max(newest.from, newest.to - STABLE_WEEKS + 1);
  const isStable = analysis.signals.every(({ to }) => to < since);
  return isStable && assuranceOf(newest.limits, goal.target, indicator.better) === 'fails';
}
