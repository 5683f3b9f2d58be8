import type { PixelPoint } from './paths.ts';
import { rounded } from './paths.ts';
import { axisTextWidth } from './text-width.ts';
import type { AnnotationMark } from './trend-annotations.ts';
import type { LimitLines } from './trend-limits.ts';
import type { TrendLines } from './trend-lines.ts';
import type { TrendModel } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type GapNote = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
};

type Drawn = {
  readonly lines: TrendLines;
  readonly limits: LimitLines;
  readonly target: ReadonlyArray<readonly PixelPoint[]>;
  readonly annotations: readonly AnnotationMark[];
};

const LINE = 14;
const FOOT = 8;

/**
 * Why a line breaks, at the foot of the plot beneath its gap, where nothing but the grid is drawn; where something is, the
 * read-out and the table alone say it. Consecutive weeks without data have one note.
 */
export function gapNotes(model: TrendModel, drawn: Drawn, scales: TrendScales): readonly GapNote[] {
  const { plot, x, weekWidth } = scales;
  const baseline = plot.y1 - FOOT;
  const top = baseline - LINE;
  const crossed = (level: number) => level > top - 2 && level < baseline + 5;
  const levels = [
    ...drawn.limits.edges.map(({ y }) => y),
    ...drawn.limits.means.map(({ y }) => y),
    ...drawn.target.flat().map(({ y }) => y),
  ];
  if (levels.some(crossed)) return [];
  const low = [...drawn.lines.actual, ...drawn.lines.previous, ...drawn.lines.hollow].filter(
    (place): place is PixelPoint => place !== null && place.y > top - 6,
  );
  const notes: GapNote[] = [];
  let end = -Infinity;
  model.points.forEach((point, k) => {
    if (point.kind !== 'gap' || model.points[k - 1]?.kind === 'gap') return;
    const centre = x(point.week);
    const width = axisTextWidth(point.reason);
    const places = [
      { anchor: 'middle' as const, at: centre, from: centre - width / 2 },
      { anchor: 'start' as const, at: centre - weekWidth / 2, from: centre - weekWidth / 2 },
      { anchor: 'end' as const, at: centre + weekWidth / 2, from: centre + weekWidth / 2 - width },
    ];
    const free = places.find(({ from }) => {
      const to = from + width;
      const inside = from > Math.max(plot.x0 + 2, end) && to < (drawn.lines.forecast[0]?.x ?? plot.x1);
      const hit = (at: number) => at > from - 5 && at < to + 5;
      return inside && !low.some((place) => hit(place.x)) && !drawn.annotations.some((mark) => hit(mark.x));
    });
    if (free === undefined) return;
    end = free.from + width + 8;
    notes.push({ x: rounded(free.at), y: baseline, anchor: free.anchor, text: point.reason });
  });
  return notes;
}
