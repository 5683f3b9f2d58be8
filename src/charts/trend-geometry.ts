import { areaPath, linePath, rounded, segmentsPath, type PixelPoint } from './paths.ts';
import { annotationMarks, type AnnotationMark } from './trend-annotations.ts';
import { timeAxis, type TimeAxis } from './trend-axis.ts';
import type { TrendFrame } from './trend-frame.ts';
import { gutterLabels, type GutterLabel } from './trend-labels.ts';
import { limitLines, targetSteps, type LimitLines } from './trend-limits.ts';
import { trendLines, type TrendLines } from './trend-lines.ts';
import type { TrendModel } from './trend-model.ts';
import { trendScales, type TrendScales } from './trend-scales.ts';
import { axisTextWidth } from './text-width.ts';

/**
 * A trend in pixels, all that any drawing of it needs. The plain SVG and the recharts picture are both made of this, so
 * that one can take the other's place without a jump.
 */
export type TrendGeometry = {
  readonly width: number;
  readonly height: number;
  readonly scales: TrendScales;
  readonly grid: string;
  readonly valueTicks: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly time: TimeAxis;
  readonly limits: LimitLines;
  readonly target: readonly (readonly PixelPoint[])[];
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
  readonly gapNotes: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly labels: readonly GutterLabel[];
};

const horizontal = (lines: LimitLines['edges']) => lines.map(({ x1, x2, y }) => `M${x1} ${y}H${x2}`).join('');

/** Pure: the same model and frame give the same numbers, without a document. See design.md, sections 4 and 5. */
export function trendGeometry(model: TrendModel, frame: TrendFrame): TrendGeometry {
  const scales = trendScales(model, frame);
  const { plot } = scales;
  const limits = limitLines(model.limits, scales);
  const target = targetSteps(model.targets, scales);
  const lines = trendLines(model, frame, scales);
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
    annotations: annotationMarks(model.annotations, scales, frame.width),
    gapNotes: gapNotes(model, lines, scales),
    labels: gutterLabels(model, lines, scales),
  };
}

/** Why a line breaks, at the foot of the plot beneath the gap, where no line comes near; else the read-out and the table say it. */
function gapNotes(model: TrendModel, lines: TrendLines, scales: TrendScales): TrendGeometry['gapNotes'] {
  const { plot, x } = scales;
  const notes: { x: number; y: number; text: string }[] = [];
  let end = -Infinity;
  model.points.forEach((point, k) => {
    if (point.kind !== 'gap' || model.points[k - 1]?.kind === 'gap') return;
    const width = axisTextWidth(point.reason);
    const centre = Math.min(plot.x1 - width / 2, Math.max(plot.x0 + width / 2 + 2, x(point.week)));
    const top = plot.y1 - 22;
    const near = (place: PixelPoint | null) =>
      place !== null && Math.abs(place.x - centre) < width / 2 + 6 && place.y > top;
    const level = (y: number) => y > top - 2;
    const free =
      centre - width / 2 > end &&
      ![...lines.actual, ...lines.previous, ...lines.hollow].some(near) &&
      !lines.forecast.some((place) => place.x < centre + width / 2 && place.x > centre - width / 2) &&
      ![...scales.ticks.map(scales.y), ...limitLinesNear(model, scales)].some((y) => level(y) && y < plot.y1 - 2);
    if (!free) return;
    end = centre + width / 2 + 8;
    notes.push({ x: rounded(centre), y: plot.y1 - 8, text: point.reason });
  });
  return notes;
}

function limitLinesNear(model: TrendModel, scales: TrendScales): readonly number[] {
  return [...model.limits.flatMap(({ lower, mean }) => [lower, mean]), ...model.targets.map(({ value }) => value)].map(
    scales.y,
  );
}
