import type { SparklineModel, SparklinePoint } from '../charts/sparkline-model.ts';
import { judgedFigure } from '../domain/analysis.ts';
import { figureOf } from '../domain/figure.ts';
import type { Formats } from '../domain/format.ts';
import type { Analysis } from '../domain/analysis-types.ts';
import { pointAt, isJudged, type SeriesPoint } from '../domain/series.ts';
import { sampleSize } from '../domain/small-numbers.ts';
import type { WeekNumber } from '../domain/week.ts';
import type { Reading } from './read-scorecard.ts';

/** Weeks of a tile's small line. */
export const SPARK_WEEKS = 26;

type Read = Extract<Reading, { kind: 'read' }>;

/** The 26 weeks to `to`: hollow weeks by themselves, gaps and too few cases breaking the line. */
export function sparkModel(reading: Read, to: WeekNumber, formats: Formats): SparklineModel {
  const { indicator, series, measure, lateness } = reading;
  const { analysis } = measure;
  const points: SparklinePoint[] = [];
  for (let week = to - SPARK_WEEKS + 1; week <= to; week += 1) points.push(pointOf(reading, pointAt(series, week)));
  const newest = analysis.segments.at(-1);
  const last = measure.latest;
  const ending =
    last === null ? '' : `, last ${formats.figure(indicator, last.value)} in ${formats.weekName(last.week)}`;
  return {
    label: `${indicator.name}, ${SPARK_WEEKS} weeks${ending}`,
    points,
    limits: newest === undefined || newest.trial ? null : { lower: newest.limits.lower, upper: newest.limits.upper },
    target: measure.target?.value ?? null,
    freshness: lateness.kind === 'late' || measure.state === 'gap' ? 'stale' : 'fresh',
  };
}

function pointOf({ indicator, measure }: Read, point: SeriesPoint | null): SparklinePoint {
  if (point === null || point.kind === 'gap') return { kind: 'gap' };
  if (isJudged(point)) {
    const figure = judgedFigure(indicator, point);
    if (figure === null) return { kind: 'gap' };
    return { kind: 'solid', value: figure.value, signal: toneAt(measure.analysis, point.week) };
  }
  const value = figureOf(indicator, point.numerator, point.denominator);
  if (value === null || sampleSize(indicator, point.denominator) === 'too-few') return { kind: 'gap' };
  return { kind: 'hollow', value, signal: null };
}

/** The tone of the signal that marks a week; null where none does. */
export function toneAt(analysis: Analysis, week: WeekNumber): 'improving' | 'concerning' | 'neutral' | null {
  return analysis.labels[week - analysis.from]?.tone ?? null;
}
