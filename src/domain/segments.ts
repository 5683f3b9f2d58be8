import type { LimitMethod, Limits, Segment } from './analysis-types.ts';
import type { Indicator } from './catalogue-types.ts';
import { figureFactor } from './figure.ts';
import { pPrimeLimits, xmrLimits, type Proportion } from './limits.ts';
import type { WeekNumber } from './week.ts';

/** Under this many points limits are marked trial. */
export const TRIAL_UNDER = 12;
/** Without a confirmed baseline the limits are locked to so many first points of the segment. */
export const BASELINE_POINTS = 52;
/** Weekly denominators that vary more than so many times call for p′ limits. */
export const DENOMINATOR_SPREAD = 2;

/** A judged week: its figure and, for p′, the sums behind it. null: no figure. */
export type SegmentPoint = { readonly value: number; readonly numerator: number; readonly denominator: number } | null;

export type SegmentInput = {
  readonly indicator: Pick<Indicator, 'unit' | 'countedIn' | 'overlapWeeks'>;
  /** Week of index 0. */
  readonly from: WeekNumber;
  readonly points: readonly SegmentPoint[];
  /** Points that lock the limits; 12 or more where a person confirmed them. Default 52. */
  readonly baselinePoints?: number;
};

export type SegmentLimits = { readonly segment: Segment; readonly limits: ReadonlyArray<Limits | null> };

/**
 * Limits of one segment, by week.
 * Neighbouring weeks of a look-back share all but one week of their window: ranges between them say nothing of how much
 * it varies, and limits from them flag three of four weeks of a stable process (simulated: retention over 12 weeks,
 * 3,000 customers). Ranges between weeks one window apart flag about 2 %, as for other indicators.
 * The limits are locked to the segment's first points (52, or two windows), so that a new week never moves them.
 * null where no two neighbouring weeks (or weeks a window apart) have a figure: nothing to measure variation by.
 */
export function segmentLimits(input: SegmentInput): SegmentLimits | null {
  const { points, from, indicator } = input;
  const lag = indicator.overlapWeeks;
  const baselineEnd = endOfBaseline(points, input.baselinePoints ?? Math.max(BASELINE_POINTS, 2 * lag));
  const baseline = points.slice(0, baselineEnd);
  const lastIndex = points.findLastIndex((point) => point !== null);
  const method = limitMethod(indicator, baseline);
  const made = method === 'p-prime' ? pPrime(indicator, baseline, points) : xmr(baseline, points, lag);
  const newest = made?.limits[lastIndex] ?? null;
  if (!made || !newest) return null;
  const segment: Segment = {
    from,
    to: from + lastIndex,
    method,
    baselinePoints: made.points,
    baselineTo: from + baselineEnd - 1,
    trial: made.points - (lag - 1) < TRIAL_UNDER,
    meanMovingRange: made.meanMovingRange,
    limits: newest,
  };
  return { segment, limits: made.limits };
}

/**
 * XmR by default: it is robust to over-dispersion. p′ for shares and rates of counted cases whose weekly number of
 * cases varies more than twofold, measured from the 10th to the 90th percentile of the baseline, so that one holiday
 * week does not change the kind of chart. Never under 12 points: too few to tell how much they vary.
 */
export function limitMethod(
  indicator: Pick<Indicator, 'unit' | 'countedIn' | 'overlapWeeks'>,
  baseline: readonly SegmentPoint[],
): LimitMethod {
  const isRate = indicator.unit === 'percent' || indicator.unit === 'per-1000';
  if (!isRate || indicator.countedIn === '' || indicator.overlapWeeks > 1) return 'xmr';
  const cases = baseline.flatMap((point) => (point ? [point.denominator] : [])).sort((a, b) => a - b);
  if (cases.length < TRIAL_UNDER) return 'xmr';
  const low = cases[Math.floor((cases.length - 1) * 0.1)] ?? 0;
  const high = cases[Math.ceil((cases.length - 1) * 0.9)] ?? 0;
  return high > DENOMINATOR_SPREAD * low ? 'p-prime' : 'xmr';
}

function endOfBaseline(points: readonly SegmentPoint[], count: number): number {
  let seen = 0;
  for (const [index, point] of points.entries()) {
    if (point) seen += 1;
    if (seen === count) return index + 1;
  }
  return points.length;
}

type Made = {
  readonly limits: ReadonlyArray<Limits | null>;
  readonly points: number;
  readonly meanMovingRange: number;
};

function xmr(baseline: readonly SegmentPoint[], points: readonly SegmentPoint[], lag: number): Made | null {
  const made = xmrLimits(
    baseline.map((point) => point?.value ?? null),
    { lag },
  );
  if (!made) return null;
  const { mean, lower, upper, nearLower, nearUpper } = made;
  const shared: Limits = { mean, lower, upper, nearLower, nearUpper };
  return { limits: points.map(() => shared), points: made.points, meanMovingRange: made.meanMovingRange };
}

function pPrime(
  indicator: Pick<Indicator, 'unit'>,
  baseline: readonly SegmentPoint[],
  points: readonly SegmentPoint[],
): Made | null {
  const proportions: ReadonlyArray<Proportion | null> = baseline;
  const made = pPrimeLimits(proportions, indicator.unit === 'percent' ? 'binomial' : 'poisson');
  const figures = xmrLimits(baseline.map((point) => point?.value ?? null));
  if (!made || !figures) return null;
  const factor = figureFactor(indicator);
  return {
    limits: points.map((point) => (point ? made.limitsFor(point.denominator, factor) : null)),
    points: made.points,
    meanMovingRange: figures.meanMovingRange,
  };
}
