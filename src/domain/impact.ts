import type { Better, Indicator } from './catalogue-types.ts';
import { leastSquares, type LeastSquares } from './least-squares.ts';
import { automaticLags, neweyWest, studentQuantile } from './newey-west.ts';
import { towards } from './route.ts';
import type { WeekNumber } from './week.ts';

/** Weeks with a figure that must lie before and after the change (statistics.md, "Did the improvement work?"). */
export const IMPACT_BEFORE = 12;
export const IMPACT_AFTER = 8;
/** With so many weeks the season is told apart from the change. */
const SEASON_FROM = 104;
/** Weeks of a year on average. */
const YEAR = 52.1775;

export type ImpactInput = {
  readonly indicator: Pick<Indicator, 'better'>;
  /** Judged figures by week in the unit shown, index 0 is week `from`; null for a gap. */
  readonly values: ReadonlyArray<number | null>;
  readonly from: WeekNumber;
  /** The first week in which the improvement was in effect. */
  readonly effective: WeekNumber;
  /** `auto` (or left out): where two full years stand. */
  readonly seasonal?: 'auto' | 'none';
  /** Figures of teams without the improvement, taken together, for the same weeks. */
  readonly others?: ReadonlyArray<number | null>;
};

/** An effect in the unit shown, with its 95 % interval. */
export type Effect = { readonly value: number; readonly lower: number; readonly upper: number };

export type Impact =
  | {
      readonly kind: 'declined';
      /** Too few weeks with a figure before the change, or after it. */
      readonly reason: 'before' | 'after';
      readonly have: number;
      readonly need: number;
      /** The week in which it can be said if none is missed; null where weeks before it are missing, which do not come any more. */
      readonly possibleFrom: WeekNumber | null;
    }
  | {
      readonly kind: 'given';
      readonly verdict: 'worked' | 'worsened' | 'no-effect-seen';
      /** In the newest week, against the line of the weeks before had it gone on. */
      readonly effect: Effect;
      /** Of the level, at once. */
      readonly level: Effect;
      /** Of the slope, a week. */
      readonly slope: Effect;
      readonly weeksAfter: number;
      readonly lags: number;
      readonly seasonal: boolean;
      /** The effect beyond what the unaffected teams changed in the same weeks; null without them. */
      readonly against: Effect | null;
    };

/**
 * Did an improvement work? Segmented regression of an interrupted time series (Wagner, Soumerai, Zhang and Ross-Degnan
 * 2002, J Clin Pharm Ther 27:299):
 *
 *     y_t = β₀ + β₁ t + β₂ D_t + β₃ (t − T) D_t + season + u_t,   D_t = 1 from the effective week T on
 *
 * by least squares with Newey–West errors. The effect told is that in the newest week, β₂ + β₃ (t_newest − T), with
 * a 95 % interval from Student's t. Assumes that the line of the weeks before would have gone on. Gaps are left out; time
 * stays.
 */
export function impactOf(input: ImpactInput): Impact {
  const { values, from, effective, indicator, others } = input;
  const points = values.flatMap((value, index) => (value === null ? [] : [{ time: from + index, value }]));
  const before = points.filter(({ time }) => time < effective).length;
  const after = points.length - before;
  if (before < IMPACT_BEFORE)
    return { kind: 'declined', reason: 'before', have: before, need: IMPACT_BEFORE, possibleFrom: null };
  if (after < IMPACT_AFTER) {
    const newest = Math.max(effective - 1, points.at(-1)?.time ?? effective - 1);
    const possibleFrom = newest + IMPACT_AFTER - after;
    return { kind: 'declined', reason: 'after', have: after, need: IMPACT_AFTER, possibleFrom };
  }
  const made = regress(points, effective, input.seasonal ?? 'auto');
  const beside = others === undefined ? null : regress(differences(input, others), effective, 'none');
  return {
    kind: 'given',
    verdict: verdictOf(made.effect, indicator.better),
    ...made,
    weeksAfter: after,
    against: beside?.effect ?? null,
  };
}

type Point = { readonly time: WeekNumber; readonly value: number };

function differences({ values, from }: ImpactInput, others: ReadonlyArray<number | null>): readonly Point[] {
  return values.flatMap((value, index) => {
    const other = others[index] ?? null;
    return value === null || other === null ? [] : [{ time: from + index, value: value - other }];
  });
}

type Regressed = Pick<Extract<Impact, { kind: 'given' }>, 'effect' | 'level' | 'slope' | 'lags' | 'seasonal'>;

function regress(points: readonly Point[], effective: WeekNumber, wish: 'auto' | 'none'): Regressed {
  const first = points[0]?.time ?? effective;
  const last = points.at(-1)?.time ?? effective;
  const seasonal = wish === 'auto' && points.length >= SEASON_FROM;
  const rowOf = ({ time }: Point): readonly number[] => {
    const on = time >= effective ? 1 : 0;
    const turn = (2 * Math.PI * time) / YEAR;
    return [1, time - first, on, on * (time - effective), ...(seasonal ? [Math.sin(turn), Math.cos(turn)] : [])];
  };
  const rows = points.map(rowOf);
  const fit = leastSquares(
    rows,
    points.map(({ value }) => value),
  );
  const lags = automaticLags(points.length);
  const nothing: Effect = { value: 0, lower: -Infinity, upper: Infinity };
  if (fit === null) return { effect: nothing, level: nothing, slope: nothing, lags, seasonal };
  const times = points.map(({ time }) => time);
  const read = effectReader(fit, neweyWest(rows, times, fit, lags), points.length - (rows[0]?.length ?? 0));
  return {
    effect: read([0, 0, 1, last - effective]),
    level: read([0, 0, 1]),
    slope: read([0, 0, 0, 1]),
    lags,
    seasonal,
  };
}

/** A linear combination c of the coefficients: cᵀβ ± t · √(cᵀ V c). */
function effectReader(
  { coefficients }: LeastSquares,
  covariance: ReadonlyArray<readonly number[]>,
  freedom: number,
): (weights: readonly number[]) => Effect {
  const quantile = studentQuantile(freedom);
  return (weights) => {
    const value = weights.reduce((sum, weight, k) => sum + weight * (coefficients[k] ?? 0), 0);
    const variance = weights.reduce(
      (sum, a, i) => sum + weights.reduce((inner, b, j) => inner + a * b * (covariance[i]?.[j] ?? 0), 0),
      0,
    );
    const reach = quantile * Math.sqrt(Math.max(0, variance));
    return { value, lower: value - reach, upper: value + reach };
  };
}

function verdictOf({ lower, upper }: Effect, better: Better): 'worked' | 'worsened' | 'no-effect-seen' {
  if (better === 'none' || (lower <= 0 && upper >= 0)) return 'no-effect-seen';
  return towards(lower, better) > 0 ? 'worked' : 'worsened';
}
