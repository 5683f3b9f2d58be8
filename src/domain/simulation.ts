import { normalFrom, randomFrom } from './random.ts';
import { trendLine, type TimedValue } from './trend-line.ts';
import type { WeekNumber } from './week.ts';

/** Fewer weeks with a figure than this: nothing is simulated. */
export const FORECAST_FROM = 12;
/** Simulated routes. */
export const PATHS = 1000;
/** The line is taken through so many of the newest figures: half a year, so that what changed before it does not count. */
export const LINE_WEEKS = 26;
/**
 * Degrees of freedom of a standard deviation from mean moving ranges: about 0.62 (n − 1) (Wheeler, "Advanced Topics in
 * Statistical Process Control", 1995, table of effective degrees of freedom of ranges of two).
 */
const FREEDOM = 0.62;

export type SimulationInput = {
  /** Figures of the newest segment by week, judged weeks only; null for a gap. Index 0 is week `from`. */
  readonly from: WeekNumber;
  readonly values: ReadonlyArray<number | null>;
  /** Same seed, same paths; `seedOf` of indicator and week is a good one. */
  readonly seed: number;
  /** Weeks that the window of a look-back spans; 1 (or left out) where every week counts cases of its own. */
  readonly overlapWeeks?: number;
  /** Bounds that a figure cannot leave, such as 0 and 100 for a percentage. */
  readonly least?: number;
  readonly most?: number;
};

/** Simulated futures, by weeks after the newest figure (`last`): 1 is the week after it. */
export type Simulation = {
  readonly kind: 'given';
  /** Levels of lines only rise or only fall; those of walks wander. */
  readonly paths: 'lines' | 'walks';
  readonly last: WeekNumber;
  /** Figures of all paths in that week, unsorted; call with rising `ahead`: each call draws the noise of one week. */
  readonly figures: (ahead: number) => Float64Array;
  /** Level of a path in that week, without the noise of a single week. `path` is 0 … PATHS − 1. */
  readonly level: (path: number, ahead: number) => number;
  /** Change of a path's level from week to week. */
  readonly slope: (path: number) => number;
};

/** `possibleFrom`: the week in which there will be enough figures, if none is missed. */
export type Declined = {
  readonly kind: 'declined';
  readonly have: number;
  readonly need: number;
  readonly possibleFrom: WeekNumber;
};

/**
 * Where the process goes if it goes on as it does: a seeded simulation over the observed moving ranges.
 *
 * A line is taken through the newest 26 figures. Each path has a level and a slope of its own, drawn from what the line
 * leaves open: level ± σ/√n, slope ± σ/√Σ(t − t̄)², σ from the mean moving range along the line, itself unsure by
 * its degrees of freedom. A figure is the level plus d/√2, d a signed moving range drawn from those observed. So a stable
 * process is forecast about its level, a drifting one along its drift, and the fan widens by what is not known
 * (docs/decisions/0014; its coverage is tested).
 *
 * Neighbouring weeks of a look-back share their cases: its paths start at the last figure and move by one observed
 * difference a week, until after one whole window none of today's cases are left. They drift only where the mean
 * difference is beyond twice its own error.
 * Declines under 12 weeks with a figure.
 */
export function simulate(input: SimulationInput): Simulation | Declined {
  const { from, values, overlapWeeks = 1 } = input;
  const lastIndex = values.findLastIndex((value) => value !== null);
  const known = values.flatMap((value, at): readonly TimedValue[] => (value === null ? [] : [{ at, value }]));
  if (known.length < FORECAST_FROM) {
    const missing = FORECAST_FROM - known.length;
    return { kind: 'declined', have: known.length, need: FORECAST_FROM, possibleFrom: from + lastIndex + missing };
  }
  const newest = known.slice(-LINE_WEEKS);
  return overlapWeeks > 1 ? walk(input, newest, lastIndex) : alongLine(input, newest, lastIndex);
}

function alongLine(input: SimulationInput, newest: readonly TimedValue[], lastIndex: number): Simulation {
  const line = trendLine(newest);
  if (line === null) throw new Error('A line needs a figure; simulate() asks for twelve.');
  const { steps } = line;
  const random = randomFrom(input.seed);
  const normal = normalFrom(random);
  const sigma = steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + Math.abs(step), 0) / steps.length / 1.128;
  const freedom = Math.max(2, FREEDOM * (steps.length || 1));
  const now = lastIndex - line.at;
  const levels = new Float64Array(PATHS);
  const slopes = new Float64Array(PATHS);
  const scales = new Float64Array(PATHS);
  for (let path = 0; path < PATHS; path += 1) {
    const scale = Math.sqrt(1 / chiSquareShare(freedom, normal()));
    const slope = line.slope + (scale * sigma * normal()) / Math.sqrt(line.spread || 1);
    scales[path] = scale * Math.SQRT1_2;
    slopes[path] = slope;
    levels[path] = line.level + (scale * sigma * normal()) / Math.sqrt(line.count) + slope * now;
  }
  const level = (path: number, ahead: number): number => (levels[path] ?? 0) + (slopes[path] ?? 0) * ahead;
  const bound = boundsOf(input);
  return {
    kind: 'given',
    paths: 'lines',
    last: input.from + lastIndex,
    level: (path, ahead) => bound(level(path, ahead)),
    slope: (path) => slopes[path] ?? 0,
    figures: (ahead) => {
      const column = new Float64Array(PATHS);
      for (let path = 0; path < PATHS; path += 1) {
        column[path] = bound(level(path, ahead) + (scales[path] ?? 0) * signedPick(steps, random));
      }
      return column;
    },
  };
}

function walk(input: SimulationInput, newest: readonly TimedValue[], lastIndex: number): Simulation {
  const { overlapWeeks = 1 } = input;
  const random = randomFrom(input.seed);
  const steps = newest.flatMap((point, index) => {
    const before = newest[index - 1];
    return before === undefined || point.at - before.at !== 1 ? [] : [point.value - before.value];
  });
  const drift = driftOf(steps);
  const noise = steps.map((step) => step - drift);
  const start = newest.at(-1)?.value ?? 0;
  const bound = boundsOf(input);
  // By weeks ahead; one window on, all cases are new and nothing is left to walk away from.
  const levels: Float64Array[] = [new Float64Array(PATHS).fill(start)];
  const column = (ahead: number): Float64Array => {
    while (levels.length <= ahead) {
      const before = levels[levels.length - 1] ?? new Float64Array(PATHS);
      const moves = levels.length <= overlapWeeks;
      levels.push(before.map((value) => bound(value + drift + (moves ? signedPick(noise, random) : 0))));
    }
    return levels[ahead] ?? new Float64Array(PATHS);
  };
  return {
    kind: 'given',
    paths: 'walks',
    last: input.from + lastIndex,
    figures: (ahead) => column(ahead).slice(),
    level: (path, ahead) => column(ahead)[path] ?? start,
    slope: () => drift,
  };
}

/** The mean of the differences where it is beyond twice its standard error; else 0: a look-back wanders by itself. */
function driftOf(steps: readonly number[]): number {
  if (steps.length < 2) return 0;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const variance = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / (steps.length - 1);
  return Math.abs(mean) > 2 * Math.sqrt(variance / steps.length) ? mean : 0;
}

/** χ²/ν from a standard normal number: Wilson and Hilferty 1931. */
function chiSquareShare(freedom: number, z: number): number {
  const part = 2 / (9 * freedom);
  return Math.max(0.05, (1 - part + z * Math.sqrt(part)) ** 3);
}

function boundsOf({ least = -Infinity, most = Infinity }: SimulationInput): (value: number) => number {
  return (value) => Math.min(most, Math.max(least, value));
}

/** One of the steps with either sign, so that the noise has no drift of its own. */
function signedPick(steps: readonly number[], random: () => number): number {
  const place = random() * 2 * steps.length;
  const index = Math.floor(place / 2);
  const step = steps[index] ?? 0;
  return place - 2 * index < 1 ? step : -step;
}
