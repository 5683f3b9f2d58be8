import { rounded } from './paths.ts';
import { axisTextWidth } from './text-width.ts';
import type { TrendFrame } from './trend-frame.ts';
import type { TrendModel } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type AnnotationMark = {
  readonly x: number;
  /** Null where the lane has no room: the hairline stays, the read-out and the table hold the words. */
  readonly text: { readonly x: number; readonly anchor: 'start' | 'end'; readonly words: string } | null;
};

/** How many annotations without words stand close together; centred at `x`. */
export type AnnotationFold = { readonly x: number; readonly text: string };

const INDENT = 5;
/** Closer than this, the text of the earlier one flips to its left (design.md, section 5). */
const NEAR = 120;
/** A text on the other side costs little, a missing one much: as many as can be are shown, and rather the newer ones. */
const COST = { wished: 0, other: 1, missing: 100, newer: 0.1 } as const;

type Item = { readonly x: number; readonly words: string; readonly length: number };
type Side = 'start' | 'end' | null;
type Plan = { readonly cost: number; readonly sides: readonly Side[] };

/**
 * The cheapest sides of all items. What is taken of the lane before an item follows from the side of the one before alone,
 * so each item is planned at most twice and the time grows with their number.
 */
function plan(items: readonly Item[], width: number): readonly Side[] {
  const known = new Map<string, Plan>();
  const from = (k: number, taken: number): Plan => {
    const item = items[k];
    if (item === undefined) return { cost: 0, sides: [] };
    const key = `${k} ${taken}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const next = items[k + 1]?.x ?? Infinity;
    const wish = next - item.x < NEAR ? 'end' : 'start';
    const right = item.x + INDENT + item.length;
    const options: Array<{ readonly side: Side; readonly taken: number }> = [{ side: null, taken: item.x + INDENT }];
    if (right <= Math.min(width, next - INDENT)) options.push({ side: 'start', taken: right + INDENT });
    if (item.x - INDENT - item.length >= taken) options.push({ side: 'end', taken: item.x + INDENT });
    let best: Plan = { cost: Infinity, sides: [] };
    for (const option of options) {
      const rest = from(k + 1, option.taken);
      const own =
        option.side === null ? COST.missing + k * COST.newer : option.side === wish ? COST.wished : COST.other;
      const cost = rest.cost + own;
      if (cost < best.cost) best = { cost, sides: [option.side, ...rest.sides] };
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0).sides;
}

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
  const sides = plan(items, width);
  return items.map(({ x, words }, k) => {
    const anchor = sides[k] ?? null;
    return {
      x,
      text: anchor === null ? null : { x: rounded(anchor === 'start' ? x + INDENT : x - INDENT), anchor, words },
    };
  });
}

/** Hairlines nearer than this share one number. */
const TOGETHER = 22;
const NUMBER_ROOM = 9;

/** Numbers for those without words: how many stand together. One that would run into words is left out too. */
export function annotationFolds(marks: readonly AnnotationMark[], lane: TrendFrame['lane']): readonly AnnotationFold[] {
  if (lane === 'silent') return [];
  const groups: number[][] = [];
  marks.forEach(({ x, text }, k) => {
    if (text !== null) return;
    const open = groups.at(-1);
    const joins = open !== undefined && marks[k - 1]?.text === null && x - (open.at(-1) ?? -Infinity) < TOGETHER;
    if (joins) open.push(x);
    else groups.push([x]);
  });
  const words = marks.flatMap(({ text }) => {
    if (text === null) return [];
    const length = axisTextWidth(text.words);
    return [text.anchor === 'start' ? { from: text.x, to: text.x + length } : { from: text.x - length, to: text.x }];
  });
  let taken = -Infinity;
  return groups.flatMap((group): readonly AnnotationFold[] => {
    const x = rounded(((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2);
    const hit = words.some(({ from, to }) => x + NUMBER_ROOM > from && x - NUMBER_ROOM < to);
    if (hit || x - NUMBER_ROOM < taken) return [];
    taken = x + NUMBER_ROOM;
    return [{ x, text: `+${group.length}` }];
  });
}
