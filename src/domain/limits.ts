import type { Limits } from './analysis-types.ts';

/** Limits of an individuals chart: mean ± 2.66 · mean moving range. 2.66 is 3/1.128 rounded, as usually published. */
export const XMR_CONSTANT = 2.66;
/** Moving ranges from this multiple of their mean on are left out once: D4 for two points, 3.267. */
export const SCREENING_CONSTANT = 3.267;
/** d2 for two points: the mean moving range divided by it estimates the standard deviation. */
const D2 = 1.128;
const NEAR = 2 / 3;

export type XmrOptions = {
  /** Default 2.66. NIST and Montgomery use 3/1.128. */
  readonly constant?: number;
  /** Default true. */
  readonly screening?: boolean;
  /** Weeks between the two figures of a moving range. Default 1: neighbours. */
  readonly lag?: number;
};

export type XmrLimits = Limits & {
  readonly points: number;
  /** After screening. */
  readonly meanMovingRange: number;
};

/**
 * Natural process limits (XmR) of weekly figures; null marks a gap, across which no moving range is taken.
 * Centre: mean of the points. Limits: mean ± constant · mean moving range; near limits two thirds of that.
 * With `lag` the ranges are taken between weeks so far apart; null where there is none such.
 * Screening leaves moving ranges ≥ 3.267 · their mean out once; the centre stays.
 * null where no two neighbouring weeks have a figure.
 *
 * A constant series gives limits of zero width that equal its value exactly: the mean is taken as first + mean
 * difference, so that no rounding puts a point outside its own mean.
 *
 * Worked example: NIST/SEMATECH e-Handbook 6.3.2.2, flow rates: mean 50.81, mean moving range 1.8778, limits 45.8151 and 55.8049.
 */
export function xmrLimits(values: ReadonlyArray<number | null>, options: XmrOptions = {}): XmrLimits | null {
  const { constant = XMR_CONSTANT, screening = true, lag = 1 } = options;
  const mean = meanOf(values);
  const ranges = movingRanges(values, lag);
  if (mean === null || ranges.length === 0) return null;
  const meanMovingRange = meanRange(ranges, screening);
  return {
    ...limitsAround(mean, constant * meanMovingRange),
    meanMovingRange,
    points: values.reduce<number>((count, value) => (value === null ? count : count + 1), 0),
  };
}

/** Centre, limits and near limits at a distance from the centre. */
export function limitsAround(mean: number, distance: number): Limits {
  return {
    mean,
    lower: mean - distance,
    upper: mean + distance,
    nearLower: mean - NEAR * distance,
    nearUpper: mean + NEAR * distance,
  };
}

/** Absolute differences of weeks `lag` apart (default: neighbours); none across a gap. */
export function movingRanges(values: ReadonlyArray<number | null>, lag = 1): readonly number[] {
  const ranges: number[] = [];
  for (let index = lag; index < values.length; index += 1) {
    const value = values[index] ?? null;
    const before = values[index - lag] ?? null;
    if (value !== null && before !== null) ranges.push(Math.abs(value - before));
  }
  return ranges;
}

/** A week's weight in p′ limits: events and opportunities, such as 91 of 100. */
export type Proportion = { readonly numerator: number; readonly denominator: number };

export type PPrime = {
  /** Σ numerator / Σ denominator. */
  readonly mean: number;
  /** How much more than binomial noise the weeks vary: 1 where there is none. */
  readonly overdispersion: number;
  readonly points: number;
  /** Limits for a week of that denominator, as fractions times `factor`. */
  readonly limitsFor: (denominator: number, factor: number) => Limits;
};

/**
 * Laney's p′ limits of proportions (or, with `events: 'poisson'`, u′ of rates that may exceed 1).
 * p̄ = Σx/Σn; σᵢ = √(p̄(1−p̄)/nᵢ) (Poisson: √(p̄/nᵢ)); zᵢ = (pᵢ−p̄)/σᵢ; σz = mean moving range of z / 1.128;
 * limits p̄ ± 3·σᵢ·σz. Source: D. B. Laney, "Improved control charts for attributes", Quality Engineering 14(4), 2002.
 * Where p̄ is 0 or 1 the limits have zero width. null where no two neighbouring weeks have a figure.
 */
export function pPrimeLimits(
  weeks: ReadonlyArray<Proportion | null>,
  events: 'binomial' | 'poisson' = 'binomial',
  screening = true,
): PPrime | null {
  let numerators = 0;
  let denominators = 0;
  let points = 0;
  for (const week of weeks) {
    if (!week) continue;
    numerators += week.numerator;
    denominators += week.denominator;
    points += 1;
  }
  if (denominators === 0) return null;
  const mean = numerators / denominators;
  const variance = Math.max(events === 'binomial' ? mean * (1 - mean) : mean, 0);
  const scores = weeks.map((week) => {
    if (!week || week.denominator === 0) return null;
    if (variance === 0) return 0;
    return (week.numerator / week.denominator - mean) / Math.sqrt(variance / week.denominator);
  });
  const ranges = movingRanges(scores);
  if (ranges.length === 0) return null;
  const overdispersion = meanRange(ranges, screening) / D2;
  return {
    mean,
    overdispersion,
    points,
    limitsFor: (denominator, factor) =>
      limitsAround(
        mean * factor,
        denominator > 0 ? 3 * Math.sqrt(variance / denominator) * overdispersion * factor : 0,
      ),
  };
}

function meanRange(ranges: readonly number[], screening: boolean): number {
  const plain = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
  if (!screening || plain === 0) return plain;
  const kept = ranges.filter((range) => range < SCREENING_CONSTANT * plain);
  return kept.reduce((sum, range) => sum + range, 0) / kept.length;
}

function meanOf(values: ReadonlyArray<number | null>): number | null {
  let first: number | null = null;
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === null) continue;
    first ??= value;
    sum += value - first;
    count += 1;
  }
  return first === null ? null : first + sum / count;
}
