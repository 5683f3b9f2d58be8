import { SCREENING_CONSTANT } from './limits.ts';

/** A figure and its place in time (a week, or any even count). */
export type TimedValue = { readonly at: number; readonly value: number };

/** A straight line through figures, with what is needed to say how sure it is. */
export type TrendLine = {
  readonly count: number;
  /** Mean time; the line passes through (`at`, `level`). */
  readonly at: number;
  readonly level: number;
  /** Change for each step of time. */
  readonly slope: number;
  /** Σ (at − mean)². */
  readonly spread: number;
  /** Differences of neighbouring figures without the line: the moving ranges with their sign, outliers left out. */
  readonly steps: readonly number[];
};

/** Figures further from the line than this many standard deviations are drawn in to it before the line is taken again. */
const DRAWN_IN_AT = 3.5;
/** Mean moving range of normal noise in standard deviations (d2 for two points). */
const D2 = 1.128;

/**
 * Least squares: slope = Σ (t − t̄)(y − ȳ) / Σ (t − t̄)², through (t̄, ȳ). A single wild figure is drawn in once
 * (Huber's winsorising), so that one outlier does not turn the line. null for no figure; one figure has slope 0.
 */
export function trendLine(points: readonly TimedValue[]): TrendLine | null {
  const first = fit(points);
  if (first === null) return null;
  const noise = meanSize(stepsAlong(points, first)) / D2;
  const bound = DRAWN_IN_AT * noise;
  const drawnIn =
    noise === 0
      ? points
      : points.map(({ at, value }) => {
          const expected = first.level + first.slope * (at - first.at);
          return { at, value: expected + Math.max(-bound, Math.min(bound, value - expected)) };
        });
  const line = fit(drawnIn);
  return line === null ? null : { ...line, steps: screened(stepsAlong(points, line)) };
}

type Fit = Omit<TrendLine, 'steps'>;

function fit(points: readonly TimedValue[]): Fit | null {
  const [first] = points;
  if (first === undefined) return null;
  const count = points.length;
  const at = points.reduce((sum, point) => sum + point.at, 0) / count;
  // First + mean difference: a constant series gives its value exactly.
  const level = first.value + points.reduce((sum, point) => sum + (point.value - first.value), 0) / count;
  const spread = points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
  const along = points.reduce((sum, point) => sum + (point.at - at) * (point.value - level), 0);
  return { count, at, level, slope: spread > 0 ? along / spread : 0, spread };
}

/** Differences of figures one step of time apart, less the slope. A gap breaks them. */
function stepsAlong(points: readonly TimedValue[], { slope }: Fit): readonly number[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before === undefined || point.at - before.at !== 1 ? [] : [point.value - before.value - slope];
  });
}

function screened(steps: readonly number[]): readonly number[] {
  const most = SCREENING_CONSTANT * meanSize(steps);
  const kept = steps.filter((step) => Math.abs(step) < most);
  return kept.length > 0 ? kept : steps;
}

function meanSize(steps: readonly number[]): number {
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + Math.abs(step), 0) / steps.length;
}
