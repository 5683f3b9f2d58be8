import type { Analysis, Limits, RuleProfile, Segment, Signal } from './analysis-types.ts';
import type { Indicator } from './catalogue-types.ts';
import { figureOf } from './figure.ts';
import { segmentLimits, type SegmentPoint } from './segments.ts';
import { isJudged, type Series, type SeriesPoint } from './series.ts';
import { findSignals, labelPoints } from './signals.ts';
import { sampleSize } from './small-numbers.ts';
import type { WeekNumber } from './week.ts';

export type AnalysisInput = {
  readonly indicator: Pick<Indicator, 'unit' | 'countedIn' | 'better' | 'overlapWeeks'>;
  readonly series: Series;
  /** Weeks after it are left out; default: none. */
  readonly to?: WeekNumber;
  /** Weeks in which a confirmed change starts new limits. */
  readonly changes: readonly WeekNumber[];
  readonly profile: RuleProfile;
};

const EMPTY: Analysis = { from: 0, values: [], limits: [], labels: [], signals: [], segments: [] };

/**
 * Figures, limits, signals and segments of one series: linear in its weeks, computed once and read by everything.
 * Only judged weeks with enough cases have a figure here; all others are breaks, never zeros.
 */
export function analyseSeries(input: AnalysisInput): Analysis {
  const first = input.series[0];
  if (!first) return EMPTY;
  const from = first.week;
  const length = Math.max(0, Math.min(input.series.length, (input.to ?? Infinity) - from + 1));
  const points: SegmentPoint[] = [];
  for (let index = 0; index < length; index += 1) {
    const point = input.series[index];
    points.push(point ? judgedFigure(input.indicator, point) : null);
  }
  const limits: Array<Limits | null> = [];
  const signals: Signal[] = [];
  const segments: Segment[] = [];
  for (const [start, end] of segmentBounds(from, length, input.changes)) {
    const part = points.slice(start, end);
    const made = segmentLimits({ indicator: input.indicator, from: from + start, points: part });
    if (!made) {
      for (let index = start; index < end; index += 1) limits.push(null);
      continue;
    }
    limits.push(...made.limits);
    segments.push(made.segment);
    signals.push(
      ...findSignals({
        from: from + start,
        values: part.map((point) => point?.value ?? null),
        limits: made.limits,
        profile: input.profile,
        better: input.indicator.better,
        overlapping: input.indicator.overlapWeeks > 1,
      }),
    );
  }
  return {
    from,
    values: points.map((point) => point?.value ?? null),
    limits,
    labels: labelPoints(signals, from, length),
    signals,
    segments,
  };
}

/** The figure of a judged week with enough cases; null for every other week. */
export function judgedFigure(
  indicator: Pick<Indicator, 'unit' | 'countedIn'>,
  point: SeriesPoint,
): { readonly value: number; readonly numerator: number; readonly denominator: number } | null {
  if (!isJudged(point) || sampleSize(indicator, point.denominator) === 'too-few') return null;
  const value = figureOf(indicator, point.numerator, point.denominator);
  return value === null ? null : { value, numerator: point.numerator, denominator: point.denominator };
}

/** A stretch of weeks under the same limits, as a chart draws it. `to` is inclusive. */
export type LimitBand = {
  readonly from: WeekNumber;
  readonly to: WeekNumber;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
};

/** The limits of an analysis as bands: one for each XmR segment, one for each change of p′ limits. */
export function limitBands(analysis: Analysis): readonly LimitBand[] {
  const bands: LimitBand[] = [];
  for (const segment of analysis.segments) {
    if (segment.method === 'xmr') {
      const { mean, lower, upper } = segment.limits;
      bands.push({ from: segment.from, to: segment.to, mean, lower, upper });
      continue;
    }
    for (let week = segment.from; week <= segment.to; week += 1) {
      const limits = analysis.limits[week - analysis.from];
      if (limits) bands.push({ from: week, to: week, mean: limits.mean, lower: limits.lower, upper: limits.upper });
    }
  }
  return bands;
}

/** Index bounds [start, end) of the segments, oldest first. */
function segmentBounds(
  from: WeekNumber,
  length: number,
  changes: readonly WeekNumber[],
): ReadonlyArray<readonly [number, number]> {
  const cuts = changes.map((week) => week - from).filter((index) => index > 0 && index < length);
  const starts = [0, ...new Set(cuts)].toSorted((a, b) => a - b);
  return starts.map((start, index) => [start, starts[index + 1] ?? length] as const);
}
