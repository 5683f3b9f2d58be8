import type { WeekNumber } from '../domain/week.ts';
import { fitScale, type Domain } from './scale.ts';
import { axisTextWidth } from './text-width.ts';
import type { TrendFrame } from './trend-frame.ts';
import type { TrendModel } from './trend-model.ts';

/** Room between the ends of the plot and its first and last week. */
export const END_ROOM = 4;
const LANE = 22;
const GUTTER_INDENT = 10;

export type TrendScales = {
  /** First and last week that the time axis holds, both inclusive; the forecast is among them. */
  readonly from: WeekNumber;
  readonly to: WeekNumber;
  /** Last week of the model's own points, inclusive. */
  readonly lastPoint: WeekNumber;
  readonly plot: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
  readonly domain: Domain;
  readonly ticks: readonly number[];
  readonly weekWidth: number;
  readonly x: (week: WeekNumber) => number;
  readonly y: (value: number) => number;
};

function valuesOf(model: TrendModel, from: WeekNumber, to: WeekNumber): readonly number[] {
  const values: number[] = [];
  for (const point of model.points) if (point.kind !== 'gap') values.push(point.value);
  for (const value of model.previousYear ?? []) if (value !== null) values.push(value);
  for (const segment of model.limits)
    if (segment.to >= from && segment.from <= to) values.push(segment.lower, segment.upper);
  for (const step of model.targets) if (step.to >= from && step.from <= to) values.push(step.value);
  for (const week of model.forecast) values.push(week.p10, week.p90);
  return values;
}

function widest(texts: ReadonlyArray<string | null>): number {
  return Math.max(0, ...texts.map((text) => (text === null ? 0 : axisTextWidth(text))));
}

/** Time and value scales of a trend in a frame. Empty models get a plot too: one week, 0 to 1. */
export function trendScales(model: TrendModel, frame: TrendFrame): TrendScales {
  const from = model.points[0]?.week ?? model.forecast[0]?.week ?? 0;
  const lastPoint = model.points.at(-1)?.week ?? from;
  const to = Math.max(lastPoint, model.forecast.at(-1)?.week ?? lastPoint);
  const { width, height, margin } = frame;
  const y0 = model.annotations.length > 0 ? Math.max(margin.top, LANE - 2) : margin.top;
  const y1 = height - margin.bottom;
  const { low, high, ticks } = frame.shared ?? fitScale(valuesOf(model, from, to), y1 - y0);
  const left = Math.max(margin.left, Math.ceil(widest(ticks.map(model.formatTick)) + 8));
  const right = Math.min(
    width * 0.42,
    Math.max(margin.right, Math.ceil(widest(Object.values(model.labels)) + GUTTER_INDENT)),
  );
  const x0 = left;
  const x1 = Math.max(left + 1, width - right);
  const first = x0 + END_ROOM;
  const span = Math.max(1, to - from);
  const weekWidth = Math.max(0, x1 - END_ROOM - first) / span;
  return {
    from,
    to,
    lastPoint,
    plot: { x0, x1, y0, y1 },
    domain: { low, high },
    ticks,
    weekWidth,
    x: (week) => first + (week - from) * weekWidth,
    y: (value) => y1 - ((value - low) / (high - low)) * (y1 - y0),
  };
}
