import { rounded, type PixelPoint } from './paths.ts';
import { END_ROOM, type TrendScales } from './trend-scales.ts';
import type { LimitSegment, Range, TargetStep } from './trend-model.ts';

export type Band = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type HorizontalLine = { readonly x1: number; readonly x2: number; readonly y: number };

export type LimitLines = {
  readonly bands: readonly Band[];
  /** Upper and lower edges, dotted; those of the newest segment go on into the forecast. */
  readonly edges: readonly HorizontalLine[];
  readonly means: readonly HorizontalLine[];
};

/** Limits as they can be drawn: those of a rate may lie beyond 0 or 100 %, where no figure can. */
export function drawable<Limits extends { readonly lower: number; readonly upper: number }>(
  limits: readonly Limits[],
  { least, most }: Range,
): readonly Limits[] {
  const within = (value: number) => Math.min(most ?? Infinity, Math.max(least ?? -Infinity, value));
  return limits.map((segment) => ({ ...segment, lower: within(segment.lower), upper: within(segment.upper) }));
}

/** Band, dotted edges and mean of each limits segment in sight. */
export function limitLines(segments: readonly LimitSegment[], scales: TrendScales): LimitLines {
  const { from, lastPoint, plot, x, y, weekWidth } = scales;
  const seen = segments.filter(
    (segment) =>
      segment.to >= from &&
      segment.from <= lastPoint &&
      [segment.mean, segment.lower, segment.upper].every(Number.isFinite),
  );
  const bands: Band[] = [];
  const edges: HorizontalLine[] = [];
  const means: HorizontalLine[] = [];
  for (const segment of seen) {
    const first = Math.max(segment.from, from);
    const last = Math.min(segment.to, lastPoint);
    const newest = segment === seen.at(-1);
    const left = rounded(first === from ? x(first) - END_ROOM : x(first) - weekWidth / 2);
    const right = rounded(last === lastPoint ? x(last) + END_ROOM : x(last) + weekWidth / 2);
    const top = rounded(y(segment.upper));
    const bottom = rounded(y(segment.lower));
    bands.push({
      x: left,
      y: top,
      width: rounded(Math.max(0, right - left)),
      height: rounded(Math.max(0, bottom - top)),
    });
    const end = newest ? plot.x1 : right;
    edges.push({ x1: left, x2: end, y: bottom }, { x1: left, x2: end, y: top });
    means.push({ x1: left, x2: end, y: rounded(y(segment.mean)) });
  }
  return { bands, edges, means };
}

/** Corners of the stepped target, one list for each stretch without a break; the newest step goes on into the forecast. */
export function targetSteps(steps: readonly TargetStep[], scales: TrendScales): ReadonlyArray<readonly PixelPoint[]> {
  const { from, to, lastPoint, plot, x, y } = scales;
  const seen = steps.filter((step) => step.to >= from && step.from <= to && Number.isFinite(step.value));
  const stretches: PixelPoint[][] = [];
  seen.forEach((step, k) => {
    const before = seen[k - 1];
    const after = seen[k + 1];
    const height = rounded(y(step.value));
    const start = rounded(x(Math.max(step.from, from)));
    const end =
      after !== undefined && after.from <= step.to + 1
        ? rounded(x(after.from))
        : after === undefined && step.to >= lastPoint
          ? plot.x1
          : rounded(x(step.to));
    const joins = before !== undefined && step.from <= before.to + 1;
    const corners = [
      { x: start, y: height },
      { x: end, y: height },
    ];
    const open = stretches.at(-1);
    if (joins && open !== undefined) open.push(...corners);
    else stretches.push(corners);
  });
  return stretches;
}
