import type { Better } from './catalogue-types.ts';
import { fanOf } from './forecast.ts';
import { dueWeek } from './goal.ts';
import { boundsOf } from './possible-range.ts';
import { seedOf } from './random.ts';
import type { Arrival, RouteForecast, RouteInput, RouteSoFar } from './route-types.ts';
import { FORECAST_FROM, PATHS, simulate, type Simulation } from './simulation.ts';
import { meetsTarget } from './target.ts';

/** Weeks after the newest figure in which an arrival is looked for. */
export const HORIZON_WEEKS = 104;
/** Share of paths that lead away from which on a route is said to move away. */
const AWAY = 0.8;

/**
 * 1,000 simulated routes from the newest segment (`simulation.ts`): their fan, the chance that the figure of the goal's
 * week meets the target, and the week in which their level arrives there (10, 50 and 90 of 100 paths). Seeded by goal,
 * indicator and week: the same route always gives the same forecast.
 */
export function routeForecast(soFar: RouteSoFar, { goal, indicator, analysis }: RouteInput): RouteForecast {
  const newest = analysis.segments.at(-1);
  const last = newest?.to ?? soFar.now?.week ?? soFar.week;
  const from = newest?.from ?? analysis.from;
  const values = analysis.values.slice(Math.max(0, from - analysis.from), Math.max(0, last - analysis.from + 1));
  const simulation = simulate({
    from,
    values,
    seed: seedOf(`${goal.id} ${indicator.id} ${last}`),
    overlapWeeks: indicator.overlapWeeks,
    ...boundsOf(indicator),
  });
  if (simulation.kind === 'declined') return { ...simulation, need: FORECAST_FROM };
  const arrival = arrivalOf(simulation, goal.target, indicator.better, dueWeek(goal));
  const toDue = dueWeek(goal) - simulation.last;
  const toArrival = arrival.kind === 'arrives' ? (arrival.to ?? arrival.week) - simulation.last : 0;
  const ahead = Math.min(HORIZON_WEEKS, Math.max(toDue, toArrival, 1));
  const weeks = fanOf(simulation, ahead);
  return { kind: 'given', weeks, chance: chanceAt(simulation, toDue, goal.target, indicator.better), arrival };
}

/** Share of the paths whose figure meets the target in the goal's week; null once that has passed. */
function chanceAt(simulation: Simulation, ahead: number, target: number, better: Better): number | null {
  if (ahead < 1) return null;
  const figures = simulation.figures(ahead);
  return figures.reduce((count, value) => count + (meetsTarget(value, target, better) === true ? 1 : 0), 0) / PATHS;
}

function arrivalOf(simulation: Simulation, target: number, better: Better, due: number): Arrival {
  const arrived = new Float64Array(PATHS);
  let away = 0;
  for (let path = 0; path < PATHS; path += 1) {
    arrived[path] = firstWeekThere(simulation, path, target, better);
    const slope = simulation.slope(path);
    if (better === 'higher' ? slope < 0 : slope > 0) away += 1;
  }
  arrived.sort();
  const at = (share: number): number => arrived[Math.min(PATHS - 1, Math.floor(share * PATHS))] ?? Infinity;
  const half = at(0.5);
  if (half > HORIZON_WEEKS) return { kind: 'none', away: away >= AWAY * PATHS };
  const late = at(0.9);
  const { last } = simulation;
  return {
    kind: 'arrives',
    week: last + half,
    from: last + at(0.1),
    to: late > HORIZON_WEEKS ? null : last + late,
    late: last + half - due,
  };
}

/** Weeks until the level of a path meets the target; Infinity where it does not within the horizon. */
function firstWeekThere(simulation: Simulation, path: number, target: number, better: Better): number {
  const isThere = (ahead: number): boolean => meetsTarget(simulation.level(path, ahead), target, better) === true;
  if (isThere(1)) return 1;
  if (simulation.paths === 'walks') {
    for (let ahead = 2; ahead <= HORIZON_WEEKS; ahead += 1) if (isThere(ahead)) return ahead;
    return Infinity;
  }
  if (!isThere(HORIZON_WEEKS)) return Infinity;
  let before = 1;
  let there = HORIZON_WEEKS;
  while (there - before > 1) {
    const middle = Math.floor((before + there) / 2);
    if (isThere(middle)) there = middle;
    else before = middle;
  }
  return there;
}
