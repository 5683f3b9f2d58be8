import { rounded, type PixelPoint } from './paths.ts';
import { axisTextWidth } from './text-width.ts';

type Anchor = 'start' | 'middle' | 'end';
/** Where a text may stand: `y` is the base of its first line. */
export type Place = { readonly x: number; readonly y: number; readonly anchor: Anchor };
export type LabelLook = 'plain' | 'target' | 'strong';
export type LabelWish = {
  readonly id: string;
  /** One or two lines; only the first of a `strong` one is set strongly. */
  readonly lines: readonly string[];
  readonly look: LabelLook;
  readonly leading: number;
  /** The best first. */
  readonly places: readonly Place[];
};
export type RouteLabel = Place & Pick<LabelWish, 'id' | 'lines' | 'look' | 'leading'>;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const ASCENT = 10;
const DESCENT = 3;
/** 12 px semibold beside the 11 px that the estimate is made for. */
const STRONG = 1.16;
/** A place off every line is better than any on one, however late it comes in the list. */
const COST = { text: 100, outside: 60, line: 12, later: 1 } as const;

/**
 * Puts each text at the cheapest of its places: not over a text that stands already (the first ones choose first), above the
 * axis (`bottom`), off the lines.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  ground: { readonly width: number; readonly bottom: number; readonly lines: ReadonlyArray<readonly PixelPoint[]> },
): readonly RouteLabel[] {
  const taken: Box[] = [];
  return wishes.map(({ places, ...wish }) => {
    const costs = places.map((place, rank) => {
      const box = boxOf(wish, place);
      const over = taken.filter((other) => overlaps(box, other)).length * COST.text;
      const outside =
        box.left < 0 || box.right > ground.width || box.top < 0 || box.bottom > ground.bottom ? COST.outside : 0;
      const crossed = ground.lines.filter((line) => line.some((point, k) => crosses(box, point, line[k + 1]))).length;
      return { place, box, cost: over + outside + crossed * COST.line + rank * COST.later };
    });
    const best = costs.reduce((least, each) => (each.cost < least.cost ? each : least));
    taken.push(best.box);
    const { x, y, anchor } = best.place;
    return { ...wish, x: rounded(x), y: rounded(y), anchor };
  });
}

function boxOf({ lines, look, leading }: Omit<LabelWish, 'places'>, { x, y, anchor }: Place): Box {
  const width = Math.max(...lines.map((line, k) => axisTextWidth(line) * (look === 'strong' && k === 0 ? STRONG : 1)));
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - ASCENT, bottom: y + (lines.length - 1) * leading + DESCENT };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom && b.top < a.bottom;
}

/** Whether the stretch from a point to the next one passes over a box, looked at in steps of a few px. */
function crosses(box: Box, from: PixelPoint, to: PixelPoint = from): boolean {
  if (Math.max(from.x, to.x) < box.left || Math.min(from.x, to.x) > box.right) return false;
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6));
  return Array.from({ length: steps }, (_, k) => k / steps).some((share) => {
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    return x > box.left - 2 && x < box.right + 2 && y > box.top + 1 && y < box.bottom;
  });
}
