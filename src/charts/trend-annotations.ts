import { rounded } from './paths.ts';
import { axisTextWidth } from './text-width.ts';
import type { TrendFrame } from './trend-frame.ts';
import type { TrendModel } from './trend-model.ts';
import type { TrendScales } from './trend-scales.ts';

export type AnnotationMark = {
  readonly x: number;
  /** Where its hairline begins. */
  readonly top: number;
  /** Null where the lane has no room: the hairline stays, the read-out and the table hold the words. */
  readonly text: { readonly x: number; readonly anchor: 'start' | 'end'; readonly words: string } | null;
};

/** How many annotations without words stand close together; centred at `x`. */
export type AnnotationFold = { readonly x: number; readonly text: string };

const INDENT = 5;
const TOP = 2;
const BELOW_LANE = 16;
const CROWDED = 6;
/** Closer than this, the text of the earlier one flips to its left (design.md, section 5). */
const NEAR = 120;
/** A text on the other side costs little, a missing one much: as many as can be are shown, and rather the newer ones. */
const COST = { wished: 0, other: 1, missing: 100, newer: 0.1 } as const;

type Item = { readonly x: number; readonly words: string; readonly length: number };
type Side = 'start' | 'end' | null;
type Plan = { readonly cost: number; readonly sides: readonly Side[] };

/**
 * The cheapest sides of all items. What is taken of the lane before an item follows from the last one with words alone,
 * so each item is planned once for each of those and the time grows with their number, at most with its square.
 */
function plan(items: readonly Item[], width: number, lane: TrendFrame['lane']): readonly Side[] {
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
    // In a numbered lane the hairline of one without words ends below it: words of others may pass over.
    const numbered = lane === 'numbered';
    const options: Array<{ readonly side: Side; readonly taken: number }> = [
      { side: null, taken: numbered ? taken : item.x + INDENT },
    ];
    const most = numbered ? width : Math.min(width, next - INDENT);
    if (right <= most && item.x + INDENT >= taken) options.push({ side: 'start', taken: right + INDENT });
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
  lane: TrendFrame['lane'],
): readonly AnnotationMark[] {
  const items = annotations
    .filter(({ week }) => week >= scales.from && week <= scales.to)
    .map(({ week, text }) => ({ x: rounded(scales.x(week)), words: text, length: axisTextWidth(text) }))
    .sort((a, b) => a.x - b.x);
  // Where some will find no room, each text leaves room for the number of those beside it.
  const crowded = lane === 'numbered' && items.length > CROWDED;
  const reserved = crowded ? items.map((item) => ({ ...item, length: item.length + 2 * NUMBER_ROOM })) : items;
  const sides = plan(reserved, width, lane);
  return items.map(({ x, words }, k) => {
    const anchor = sides[k] ?? null;
    return {
      x,
      top: anchor === null && lane === 'numbered' ? BELOW_LANE : TOP,
      text: anchor === null ? null : { x: rounded(anchor === 'start' ? x + INDENT : x - INDENT), anchor, words },
    };
  });
}

/** Hairlines nearer than this share one number. */
const TOGETHER = 60;
const NUMBER_ROOM = 9;
/** A number farther away than this from its hairlines would be taken for another's. */
const FARTHEST = 90;

/**
 * Numbers for those without words: how many stand together between two texts, in the free piece of the lane that is
 * nearest to them. Read-out, table and the list of annotations have their words.
 */
export function annotationFolds(
  marks: readonly AnnotationMark[],
  lane: TrendFrame['lane'],
  width: number,
): readonly AnnotationFold[] {
  if (lane === 'silent') return [];
  const groups: number[][] = [];
  marks.forEach(({ x, text }, k) => {
    if (text !== null) return;
    const open = groups.at(-1);
    const joins = marks[k - 1]?.text === null && x - (open?.at(-1) ?? -Infinity) < TOGETHER;
    if (joins && open !== undefined) open.push(x);
    else groups.push([x]);
  });
  let free = [{ from: 0, to: width }];
  const take = (from: number, to: number) => {
    free = free.flatMap((piece) =>
      to <= piece.from || from >= piece.to
        ? [piece]
        : [
            { from: piece.from, to: from },
            { from: to, to: piece.to },
          ],
    );
  };
  for (const { text } of marks) {
    if (text === null) continue;
    const length = axisTextWidth(text.words);
    // The hairline itself is taken too: it stands beside its text.
    if (text.anchor === 'start') take(text.x - INDENT, text.x + length);
    else take(text.x - length, text.x + INDENT);
  }
  return groups.flatMap((group): readonly AnnotationFold[] => {
    const centre = ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2;
    const places = free
      .filter(({ from, to }) => to - from >= 2 * NUMBER_ROOM)
      .map(({ from, to }) => Math.max(from + NUMBER_ROOM, Math.min(to - NUMBER_ROOM, centre)))
      .toSorted((a, b) => Math.abs(a - centre) - Math.abs(b - centre));
    const [x] = places;
    if (x === undefined || Math.abs(x - centre) > FARTHEST) return [];
    take(x - NUMBER_ROOM, x + NUMBER_ROOM);
    return [{ x: rounded(x), text: `+${group.length}` }];
  });
}
