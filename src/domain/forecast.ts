import type { WeekNumber } from './week.ts';

/** Fewer weeks with a figure than this: no forecast. */
export const FORECAST_FROM = 12;
const RUNS = 400;
const LEVEL_WEEKS = 6;

/** Percentiles of the simulated figures of a future week, in the unit shown. */
export type ForecastWeek = {
  readonly week: WeekNumber;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
};

export type Forecast =
  | { readonly kind: 'given'; readonly weeks: readonly ForecastWeek[] }
  /** `possibleFrom`: the week in which there will be enough, if none is missed. */
  | { readonly kind: 'declined'; readonly have: number; readonly need: number; readonly possibleFrom: WeekNumber };

export type ForecastInput = {
  /** Figures of the newest segment by week, final weeks only; null for a gap. Index 0 is week `from`. */
  readonly from: WeekNumber;
  readonly values: ReadonlyArray<number | null>;
  readonly weeksAhead: number;
  /** Same seed, same fan; a hash of indicator and week is a good one. */
  readonly seed: number;
  /** True for a look-back (`overlapWeeks` > 1). */
  readonly overlapping?: boolean;
  /** Bounds that a figure cannot leave, such as 0 and 100 for a percentage. */
  readonly least?: number;
  readonly most?: number;
};

/**
 * Where the process goes if it goes on as it does: a seeded simulation over the observed moving ranges.
 * Each run starts at the level of the newest six figures. With d a difference of two neighbouring weeks, drawn from those
 * observed with either sign: the level moves by d/√(2n) a week, n being the weeks observed, so that over as many weeks it
 * wanders about as far as one week's noise; the figure is the level plus d/√2, the noise of a single week. The fan
 * starts as wide as the natural variation and widens slowly.
 * Neighbouring weeks of a look-back share their cases: it starts at its last figure and moves by d each week.
 * Declines under 12 final weeks.
 */
export function forecast(input: ForecastInput): Forecast {
  const known = input.values.filter((value) => value !== null);
  const lastIndex = input.values.findLastIndex((value) => value !== null);
  if (known.length < FORECAST_FROM) {
    const missing = FORECAST_FROM - known.length;
    const possibleFrom = input.from + lastIndex + missing;
    return { kind: 'declined', have: known.length, need: FORECAST_FROM, possibleFrom };
  }
  const window = known.slice(-LEVEL_WEEKS);
  const { overlapping = false } = input;
  const level = overlapping ? (known.at(-1) ?? 0) : mean(window);
  const drift = overlapping ? 1 : 1 / Math.sqrt(2 * known.length);
  const noise = overlapping ? 0 : Math.SQRT1_2;
  const steps = signedDifferences(input.values);
  const random = randomFrom(input.seed);
  const { least = -Infinity, most = Infinity } = input;
  const figures: number[][] = Array.from({ length: input.weeksAhead }, () => []);
  for (let run = 0; run < RUNS; run += 1) {
    let now = level;
    for (const column of figures) {
      now += pick(steps, random) * drift;
      const figure = now + pick(steps, random) * noise;
      column.push(Math.min(most, Math.max(least, figure)));
    }
  }
  const weeks = figures.map((column, index) => ({ week: input.from + lastIndex + 1 + index, ...fan(column) }));
  return { kind: 'given', weeks };
}

/** A whole number that any text gives, for seeding: FNV-1a, 32 bit. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Uniform 0..1 numbers from a seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Differences of neighbouring weeks with both signs, so that the noise has no drift of its own. */
function signedDifferences(values: ReadonlyArray<number | null>): readonly number[] {
  const found: number[] = [];
  let previous: number | null = null;
  for (const value of values) {
    if (value !== null && previous !== null) found.push(value - previous, previous - value);
    previous = value;
  }
  return found.length > 0 ? found : [0];
}

function pick(values: readonly number[], random: () => number): number {
  return values[Math.floor(random() * values.length)] ?? 0;
}

function mean(values: readonly number[]): number {
  const first = values[0] ?? 0;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

function fan(column: readonly number[]): Omit<ForecastWeek, 'week'> {
  const sorted = column.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}
