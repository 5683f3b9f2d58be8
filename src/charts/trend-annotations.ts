import { rounded } from './paths.ts';
import { axisTextWidth } from './text-width.ts';
import type { TrendModel } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type AnnotationMark = {
  readonly x: number;
  /** Null where the lane has no room: the hairline stays, the read-out and the table hold the words. */
  readonly text: { readonly x: number; readonly anchor: 'start' | 'end'; readonly words: string } | null;
};

const INDENT = 5;
/** Closer than this, the text of the earlier one flips to its left (design.md, section 5). */
const NEAR = 120;
/** A text on the other side costs little, a missing one much: as many as can be are shown. */
const COST = { wished: 0, other: 1, missing: 100 } as const;

type Item = { readonly x: number; readonly words: string; readonly length: number };
type Side = 'start' | 'end' | null;
type Plan = { readonly cost: number; readonly sides: readonly Side[] };

/** The cheapest sides from item `k` on, where the lane is taken up to `taken` px. Two states an item, so this stays small. */
function plan(items: readonly Item[], k: number, taken: number, width: number): Plan {
  const item = items[k];
  if (item === undefined) return { cost: 0, sides: [] };
  const next = items[k + 1]?.x ?? Infinity;
  const wish = next - item.x < NEAR ? 'end' : 'start';
  const right = item.x + INDENT + item.length;
  const options: Array<{ readonly side: Side; readonly taken: number }> = [{ side: null, taken: item.x + INDENT }];
  if (right <= Math.min(width, next - INDENT)) options.push({ side: 'start', taken: right + INDENT });
  if (item.x - INDENT - item.length >= taken) options.push({ side: 'end', taken: item.x + INDENT });
  let best: Plan = { cost: Infinity, sides: [] };
  for (const option of options) {
    const rest = plan(items, k + 1, option.taken, width);
    const cost = rest.cost + (option.side === null ? COST.missing : option.side === wish ? COST.wished : COST.other);
    if (cost < best.cost) best = { cost, sides: [option.side, ...rest.sides] };
  }
  return best;
}

/** More than this in one lane cannot be read; older ones keep their hairline alone. */
const MOST = 8;

/** Hairlines with "what, date" in the lane above the plot; no two texts overlap and none leaves the picture. */
export function annotationMarks(
  annotations: TrendModel['annotations'],
  scales: TrendScales,
  width: number,
): readonly AnnotationMark[] {
  const items = annotations
    .filter(({ week }) => week >= scales.from && week <= scales.to)
    .map(({ week, text }) => ({ x: rounded(scales.x(week)), words: text, length: axisTextWidth(text) }))
    .sort((a, b) => a.x - b.x);
  const silent = Math.max(0, items.length - MOST);
  const { sides } = plan(items.slice(silent), 0, silent > 0 ? (items[silent - 1]?.x ?? 0) + INDENT : 0, width);
  return items.map(({ x, words }, k) => {
    const anchor = sides[k - silent] ?? null;
    return {
      x,
      text: anchor === null ? null : { x: rounded(anchor === 'start' ? x + INDENT : x - INDENT), anchor, words },
    };
  });
}
