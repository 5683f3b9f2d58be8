import { crossings, type Box } from './crossings.ts';
import { rounded, type PixelPoint } from './paths.ts';

/** A value written at its point. */
export type ValueLabel = {
  readonly x: number;
  /** Baseline of the text. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly look: 'plain' | 'strong';
};

export type Labelled = PixelPoint & {
  readonly text: string;
  readonly look: 'plain' | 'strong';
  /** Half of the mark that stands at the point, px. */
  readonly reach: number;
};

export type Obstacles = {
  /** Lines that a text must not cross; null breaks one. */
  readonly lines: ReadonlyArray<ReadonlyArray<PixelPoint | null>>;
  /** Lines that a text should not cross, such as last year's: its halo keeps it legible. */
  readonly quiet: ReadonlyArray<ReadonlyArray<PixelPoint | null>>;
  readonly bounds: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
};

const TEXT = { plain: { size: 11, wide: 1 }, strong: { size: 12, wide: 1.16 } } as const;
const COST = { text: 60, mark: 30, line: 8, quiet: 1, outside: 100, missing: 45 } as const;

/** Estimated width of a figure: digits in tabular form are of one width, so this is nearly exact. */
export function figureWidth(text: string, look: Labelled['look']): number {
  let width = 0;
  for (const letter of text) width += '.,: '.includes(letter) ? 3.6 : letter === '%' ? 9.4 : 7;
  return width * TEXT[look].wide;
}

function boxOf(label: ValueLabel): Box {
  const width = figureWidth(label.text, label.look);
  const left = label.anchor === 'middle' ? label.x - width / 2 : label.anchor === 'end' ? label.x - width : label.x;
  return { left, right: left + width, top: label.y - TEXT[label.look].size * 0.78, bottom: label.y + 2 };
}

const meet = (a: Box, b: Box, air: number) =>
  a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air;

/** Below the point first, above where it is a peak, to a side on a slope; in this order where all cost the same. */
function wishes(point: Labelled, peak: boolean): ReadonlyArray<readonly [ValueLabel, number]> {
  const { x, y, text, look, reach } = point;
  const below = y + reach + (look === 'strong' ? 14 : 13);
  const above = y - reach - 5;
  const at = (dx: number, line: number, anchor: ValueLabel['anchor'], cost: number) =>
    [{ x: rounded(x + dx), y: rounded(line), anchor, text, look }, cost] as const;
  const side = reach + 4;
  return [
    at(0, below, 'middle', peak ? 2.5 : 0),
    at(0, above, 'middle', peak ? 0 : 2.5),
    at(-side, below - 4, 'end', 5),
    at(side, below - 4, 'start', 5.5),
    at(-side, above + 4, 'end', 6),
    at(side, above + 4, 'start', 6),
  ];
}

/**
 * Places the values of points, oldest first: under the point, above at a peak, aside where the line would run through it.
 * A value that finds no room is left out (null): read-out and table have it. No two texts overlap.
 */
export function valueLabels(
  points: ReadonlyArray<Labelled | null>,
  around: Obstacles,
): ReadonlyArray<ValueLabel | null> {
  const { bounds } = around;
  const taken: Box[] = [];
  const marks = points.flatMap((point) => (point === null ? [] : [point]));
  // The newest value is the one looked for: it chooses first.
  const order = points.map((_, k) => k).reverse();
  const placed: Array<ValueLabel | null> = points.map(() => null);
  for (const k of order) {
    const point = points[k];
    if (point === null || point === undefined) continue;
    const before = points[k - 1]?.y ?? -Infinity;
    const after = points[k + 1]?.y ?? -Infinity;
    const peak = point.y < before && point.y < after;
    let best: { readonly label: ValueLabel; readonly box: Box; readonly cost: number } | null = null;
    for (const [label, wish] of wishes(point, peak)) {
      const box = boxOf(label);
      const outside = box.left < bounds.x0 || box.right > bounds.x1 || box.top < bounds.y0 || box.bottom > bounds.y1;
      const cost =
        wish +
        (outside ? COST.outside : 0) +
        (taken.some((other) => meet(box, other, 1)) ? COST.text : 0) +
        (marks.some((mark) => mark !== point && meet(box, boxAround(mark), 0)) ? COST.mark : 0) +
        around.lines.reduce((sum, line) => sum + crossings(line, box), 0) * COST.line +
        around.quiet.reduce((sum, line) => sum + crossings(line, box), 0) * COST.quiet;
      if (best === null || cost < best.cost) best = { label, box, cost };
    }
    if (best === null || best.cost >= COST.missing) continue;
    placed[k] = best.label;
    taken.push(best.box);
  }
  return placed;
}

function boxAround({ x, y, reach }: Labelled): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}
