import { crossings, type Box } from './crossings.ts';
import { rounded, type PixelPoint } from './paths.ts';
import { axisTextWidth } from './text-width.ts';
import type { TrendLines } from './trend-lines.ts';
import type { LimitLines } from './trend-limits.ts';
import type { TargetStep, TrendModel } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type TrendNote = {
  readonly x: number;
  /** Baseline of the text. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
};

const INDENT = 6;
const COST = { line: 6, quiet: 1, point: 4, mark: 30, note: 50 } as const;
/** Half of the newest mark and its halo. */
const MARK_REACH = 7;
/** A name that would hide more than this is left to the read-out. */
const MOST_HIDDEN = 14;
/** A text across more of the line than this hides what it stands beside. */
const MOST = 13;

/**
 * What a former target was and until when, at the end of its step: left of where the line rises or falls, else above or
 * below its own level; left out where it would hide the line or the step is too short. The table has every target.
 */
export function targetNotes(
  model: TrendModel,
  lines: TrendLines,
  limits: LimitLines,
  scales: TrendScales,
): readonly TrendNote[] {
  const { from, x, y, plot } = scales;
  const steps = model.targets.filter((step) => step.to >= from && Number.isFinite(step.value));
  const horizontals = [...limits.edges, ...limits.means];
  const taken: Box[] = [];
  return steps.flatMap((step, k): readonly TrendNote[] => {
    if (step.label === undefined) return [];
    const end = rounded(x(step.to + 1)) - INDENT;
    const width = axisTextWidth(step.label);
    if (end - width < plot.x0 + 2 || end > plot.x1) return [];
    const next: TargetStep | undefined = steps[k + 1];
    const own = y(step.value);
    const levels = [...(next === undefined ? [] : [y(next.value) + 4]), own - 5, own + 13];
    let best: { readonly cost: number; readonly note: TrendNote; readonly box: Box } | null = null;
    for (const level of levels) {
      const note: TrendNote = { x: end, y: rounded(level), anchor: 'end', text: step.label };
      const box = { left: end - width, right: end, top: level - 10, bottom: level + 3 };
      if (box.top < plot.y0 - 4 || box.bottom > plot.y1 - 2) continue;
      const cost =
        crossings(lines.actual, box) * COST.line +
        crossings(lines.previous, box) * COST.quiet +
        horizontals.filter(
          (line) => line.y > box.top && line.y < box.bottom && line.x1 < box.right && line.x2 > box.left,
        ).length *
          COST.quiet +
        taken.filter(
          (other) =>
            other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom,
        ).length *
          COST.note;
      if (best === null || cost < best.cost) best = { cost, note, box };
    }
    if (best === null || best.cost > MOST) return [];
    taken.push(best.box);
    return [best.note];
  });
}

function covers({ left, right, top, bottom }: Box, mark: PixelPoint | null): boolean {
  return (
    mark !== null &&
    mark.x > left - MARK_REACH &&
    mark.x < right + MARK_REACH &&
    mark.y > top - MARK_REACH &&
    mark.y < bottom + MARK_REACH
  );
}

/** The newest hollow week by name: above its point, else beside or below it, where it hides least; null where all hide too much. */
export function soFarNote(model: TrendModel, lines: TrendLines, scales: TrendScales): TrendNote | null {
  const at = lines.hollow.at(-1);
  const text = model.soFar ?? null;
  if (at === undefined || text === null) return null;
  const { plot } = scales;
  const width = axisTextWidth(text);
  const middle = rounded(Math.max(plot.x0 + width / 2, Math.min(plot.x1 - width / 2, at.x)));
  const places: readonly TrendNote[] = [
    { x: middle, y: rounded(at.y - 9), anchor: 'middle', text },
    { x: rounded(at.x + 9), y: rounded(at.y + 4), anchor: 'start', text },
    { x: middle, y: rounded(at.y + 18), anchor: 'middle', text },
    { x: middle, y: rounded(at.y - 26), anchor: 'middle', text },
    { x: rounded(at.x - 9), y: rounded(at.y + 4), anchor: 'end', text },
  ];
  const cost = ({ x, y, anchor }: TrendNote) => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const box = { left, right: left + width, top: y - 10, bottom: y + 3 };
    const outside = box.top < plot.y0 || box.bottom > plot.y1 || box.left < plot.x0 || box.right > plot.x1 + 2;
    return (
      crossings(lines.actual, box) * COST.line +
      crossings(lines.previous, box) +
      crossings(lines.forecast, box) +
      (outside ? COST.note : 0) +
      (covers(box, lines.newest) ? COST.mark : 0) +
      lines.actual.filter((place) => covers(box, place)).length * COST.point
    );
  };
  const best = places.reduce((one, other) => (cost(other) < cost(one) ? other : one));
  return cost(best) > MOST_HIDDEN ? null : best;
}
