import { rounded, type PixelLine, type PixelPoint } from './paths.ts';
import { signalMarkPath, type SignalKind } from './signal-marks.ts';
import type { TrendFrame } from './trend-frame.ts';
import type { TrendModel, TrendPoint } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type TrendMarker = { readonly signal: SignalKind; readonly size: number; readonly d: string };

export type TrendLines = {
  /** Complete weeks, by the index of the model's points; null breaks the line. */
  readonly actual: PixelLine;
  /** True where the segment from the point before to this one lies in a signal's run. */
  readonly inRun: readonly boolean[];
  readonly previous: PixelLine;
  readonly forecast: readonly PixelPoint[];
  readonly fan80: { readonly upper: readonly PixelPoint[]; readonly lower: readonly PixelPoint[] };
  readonly fan50: { readonly upper: readonly PixelPoint[]; readonly lower: readonly PixelPoint[] };
  /** All markers of one kind and size in one path. */
  readonly markers: readonly TrendMarker[];
  /** The newest complete week where it carries no signal. */
  readonly last: PixelPoint | null;
  /** The newest complete week, with or without a signal: where the forecast starts. */
  readonly newest: PixelPoint | null;
  /** Current and immature weeks: hollow, in no line. */
  readonly hollow: readonly PixelPoint[];
};

type Solid = Extract<TrendPoint, { readonly value: number }>;
const isDrawn = (point: TrendPoint): point is Solid => point.kind !== 'gap' && Number.isFinite(point.value);
const isSolid = (point: TrendPoint | undefined): point is Solid => point?.kind === 'solid' && isDrawn(point);

/** Everything of a trend that follows the weeks. */
export function trendLines(model: TrendModel, frame: TrendFrame, scales: TrendScales): TrendLines {
  const { x, y, from } = scales;
  const { points } = model;
  const at = (week: number, value: number): PixelPoint => ({ x: rounded(x(week)), y: rounded(y(value)) });
  const actual = points.map((point) => (isSolid(point) ? at(point.week, point.value) : null));
  const signalAt = (k: number) => {
    const point = points[k];
    return isSolid(point) ? point.signal : null;
  };
  const newestAt = points.findLastIndex((point) => isSolid(point));
  const newest = actual[newestAt] ?? null;
  const start = newest === null ? [] : [newest];
  const ahead = (pick: (week: TrendModel['forecast'][number]) => number) => [
    ...start,
    ...model.forecast.map((week) => at(week.week, pick(week))),
  ];
  const drawsForecast = model.forecast.length > 0;
  return {
    actual,
    inRun: points.map((_, k) => signalAt(k) !== null && signalAt(k - 1) !== null),
    previous: (model.previousYear ?? []).map((value, k) =>
      value === null || !Number.isFinite(value) ? null : at(from + k, value),
    ),
    forecast: drawsForecast ? ahead((week) => week.p50) : [],
    fan80: { upper: ahead((week) => week.p90), lower: ahead((week) => week.p10) },
    fan50: { upper: ahead((week) => week.p75), lower: ahead((week) => week.p25) },
    markers: markersOf(points, actual, newestAt, markSize(frame.markSize, scales.weekWidth)),
    last: signalAt(newestAt) === null ? newest : null,
    newest,
    hollow: points.flatMap((point) => (point.kind === 'hollow' && isDrawn(point) ? [at(point.week, point.value)] : [])),
  };
}

/** Markers of weeks that stand close are smaller, down to those of a sparkline, so that a run does not close up. */
function markSize(wanted: number, weekWidth: number): number {
  return rounded(Math.max(Math.min(wanted, 4.5), Math.min(wanted, weekWidth * 1.4)));
}

function markersOf(
  points: readonly TrendPoint[],
  places: PixelLine,
  newestAt: number,
  size: number,
): readonly TrendMarker[] {
  const paths = new Map<string, { signal: SignalKind; size: number; d: string }>();
  points.forEach((point, k) => {
    const place = places[k];
    if (point.kind !== 'solid' || point.signal === null || place === null || place === undefined) return;
    const own = k === newestAt ? rounded(size * 1.35) : size;
    const key = `${point.signal} ${own}`;
    const path = paths.get(key) ?? { signal: point.signal, size: own, d: '' };
    path.d += signalMarkPath(point.signal, place, own);
    paths.set(key, path);
  });
  return [...paths.values()];
}
