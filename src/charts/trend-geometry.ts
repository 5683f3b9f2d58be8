import { areaPath, linePath, rounded, segmentsPath, type PixelPoint } from './paths.ts';
import { annotationFolds, annotationMarks, type AnnotationFold, type AnnotationMark } from './trend-annotations.ts';
import { timeAxis, type TimeAxis } from './trend-axis.ts';
import type { TrendFrame } from './trend-frame.ts';
import { gutterLabels, type GutterLabel } from './trend-labels.ts';
import { drawable, limitLines, targetSteps, type LimitLines } from './trend-limits.ts';
import { gapNotes, type GapNote } from './trend-gap-notes.ts';
import { trendLines, type TrendLines } from './trend-lines.ts';
import { soFarNote, targetNotes, type TrendNote } from './trend-notes.ts';
import type { TrendModel } from './trend-model.ts';
import { trendScales, type TrendScales } from './trend-scales.ts';

/**
 * A trend in pixels, all that any drawing of it needs. The plain SVG and the recharts picture are both made of this, so
 * that one can take the other's place without a jump.
 */
export type TrendGeometry = {
  readonly width: number;
  readonly height: number;
  readonly scales: TrendScales;
  readonly grid: string;
  readonly valueTicks: ReadonlyArray<{ readonly x: number; readonly y: number; readonly text: string }>;
  readonly time: TimeAxis;
  readonly limits: LimitLines;
  readonly target: ReadonlyArray<readonly PixelPoint[]>;
  readonly lines: TrendLines;
  readonly paths: {
    readonly edges: string;
    readonly means: string;
    readonly target: string;
    readonly previous: string;
    readonly fan80: string;
    readonly fan50: string;
    readonly forecast: string;
    readonly actual: string;
    readonly run: string;
  };
  readonly annotations: readonly AnnotationMark[];
  readonly folds: readonly AnnotationFold[];
  /** Former targets and the week so far, by name at their place. */
  readonly notes: readonly TrendNote[];
  readonly gapNotes: readonly GapNote[];
  readonly labels: readonly GutterLabel[];
};

const horizontal = (lines: LimitLines['edges']) => lines.map(({ x1, x2, y }) => `M${x1} ${y}H${x2}`).join('');

/** Pure: the same model and frame give the same numbers, without a document. See design.md, sections 4 and 5. */
export function trendGeometry(told: TrendModel, frame: TrendFrame): TrendGeometry {
  const model = told.possible === undefined ? told : { ...told, limits: drawable(told.limits, told.possible) };
  const scales = trendScales(model, frame);
  const { plot } = scales;
  const limits = limitLines(model.limits, scales);
  const target = targetSteps(model.targets, scales);
  const lines = trendLines(model, frame, scales);
  const annotations = annotationMarks(model.annotations, scales, frame.width, frame.lane);
  const soFar = soFarNote(model, lines, scales);
  const ticks = scales.ticks.map((value) => ({ value, y: rounded(scales.y(value)) }));
  return {
    width: frame.width,
    height: frame.height,
    scales,
    grid: ticks.map(({ y }) => `M${plot.x0} ${y}H${plot.x1}`).join(''),
    valueTicks: ticks.map(({ value, y }) => ({ x: plot.x0 - 6, y: rounded(y + 4), text: model.formatTick(value) })),
    time: timeAxis(scales, frame.locale),
    limits,
    target,
    lines,
    paths: {
      edges: horizontal(limits.edges),
      means: horizontal(limits.means),
      target: target.map((corners) => linePath(corners)).join(''),
      previous: linePath(lines.previous),
      fan80: lines.forecast.length > 1 ? areaPath(lines.fan80.upper, lines.fan80.lower) : '',
      fan50: lines.forecast.length > 1 ? areaPath(lines.fan50.upper, lines.fan50.lower) : '',
      forecast: linePath(lines.forecast),
      actual: segmentsPath(lines.actual, (k) => lines.inRun[k] !== true, 'dots'),
      run: segmentsPath(lines.actual, (k) => lines.inRun[k] === true, 'none'),
    },
    annotations,
    folds: annotationFolds(annotations, frame.lane, frame.width),
    notes: [...targetNotes(model, lines, limits, scales), ...(soFar === null ? [] : [soFar])],
    gapNotes: gapNotes(model, { lines, limits, target, annotations }, scales),
    labels: gutterLabels(model, lines, scales),
  };
}
