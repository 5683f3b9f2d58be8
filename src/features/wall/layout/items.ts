import type { Kit } from './kit.ts';
import { LINE } from './kit.ts';
import { oneLine, setLines, type Line } from './lines.ts';
import { NOTHING, placeLine, shapesOnly, together, type Drawing, type Room, type Shape } from './placed.ts';
import type { Ink, Part } from './parts.ts';

/** A row of an item: texts that wrap, or a bar from 0 whose length is a share of the row. */
export type Row =
  | { readonly kind: 'text'; readonly parts: readonly Part[]; readonly before: number }
  | {
      readonly kind: 'bar';
      readonly share: number;
      readonly thick: number;
      readonly ink: Ink;
      readonly before: number;
      /** Whether the whole that it is a share of is drawn behind it. */
      readonly track: 'shown' | 'none';
    };

/**
 * One entry of a list. `end` stands right of its first row where both find room, else beneath it; `narrow` are its rows in
 * that case, where they are others.
 */
export type Item = {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly end?: readonly Part[];
  readonly narrow?: readonly Row[];
};

/** A piece of an item that stays whole. `goes-on`: a further line of the same row. */
type Strip = {
  readonly begins: 'row' | 'goes-on';
  readonly before: number;
  readonly height: number;
  readonly draw: (x: number, top: number) => Drawing;
};

export type SetItem = { readonly id: string; readonly strips: readonly Strip[]; readonly height: number };

/** Room over and between the items of a list, in px of the design. */
const PAD = 14;
const APART = 26;

function lineHeight({ items }: Line): number {
  return Math.max(...items.map(({ part }) => (part.kind === 'text' ? part.size * LINE[part.role] : part.size)));
}

function textStrips(parts: readonly Part[], before: number, width: number): readonly Strip[] {
  return setLines(parts, width).map((line, index) => {
    const height = lineHeight(line);
    return {
      begins: index === 0 ? 'row' : 'goes-on',
      before: index === 0 ? before : 0,
      height,
      draw: (x, top) => placeLine(line, x, top + height / 2),
    };
  });
}

function barStrip(row: Extract<Row, { kind: 'bar' }>, width: number): Strip {
  return {
    // A bar belongs to the words over it.
    begins: 'goes-on',
    before: row.before,
    height: row.thick,
    draw: (x, top) => {
      const length = Math.max(0, Math.min(1, row.share)) * width;
      const bar = (long: number, fill: Ink): Shape => ({
        kind: 'path',
        d: `M${x} ${top}h${long}v${row.thick}h${-long}Z`,
        fill,
      });
      return shapesOnly([...(row.track === 'shown' ? [bar(width, 'surface')] : []), bar(length, row.ink)]);
    },
  };
}

/** Sets an item in a width. */
export function setItem(kit: Kit, item: Item, width: number): SetItem {
  const strips: Strip[] = [];
  const [first, ...rest] = item.rows;
  const end = item.end === undefined ? null : oneLine(item.end);
  let rows = item.rows;
  if (first?.kind === 'text' && end !== null && item.end !== undefined) {
    const gap = 36 * kit.sizes.s;
    const start = oneLine(first.parts);
    if (start.width + gap + end.width <= width) {
      const height = Math.max(lineHeight(start), lineHeight(end));
      strips.push({
        begins: 'row',
        before: first.before,
        height,
        draw: (x, top) =>
          together([placeLine(start, x, top + height / 2), placeLine(end, x + width, top + height / 2, 'end')]),
      });
      rows = rest;
    } else {
      const [name = first, ...others] = item.narrow ?? [first, ...rest];
      rows = [name, { kind: 'text', parts: item.end, before: 0 }, ...others];
    }
  }
  for (const row of rows) {
    if (row.kind === 'text') strips.push(...textStrips(row.parts, row.before, width));
    else strips.push(barStrip(row, width));
  }
  return { id: item.id, strips, height: heightOf(strips) };
}

function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { before, height }) => sum + before + height, 0);
}

/** What stands on one page: pieces of items, whole ones as long as a page can hold them. */
export type ItemPage = ReadonlyArray<{ readonly item: SetItem; readonly from: number; readonly to: number }>;

/** Fills pages of a height with items in their order. An item goes on over pages only where it is higher than one. */
export function paginate(kit: Kit, items: readonly SetItem[], height: number): readonly ItemPage[] {
  const { u } = kit.sizes;
  const pages: Array<Array<ItemPage[number]>> = [];
  let page: Array<ItemPage[number]> = [];
  let used = 0;
  const turn = (): void => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
  };
  for (const item of items) {
    const apart = (): number => (page.length === 0 ? PAD * u : (APART + PAD) * u);
    if (used + apart() + item.height > height) turn();
    if (apart() + item.height <= height) {
      used += apart() + item.height;
      page.push({ item, from: 0, to: item.strips.length });
      continue;
    }
    for (let from = 0; from < item.strips.length;) {
      const to = from + fitting(item.strips.slice(from), height - PAD * u);
      page.push({ item, from, to });
      used = PAD * u + heightOf(item.strips.slice(from, to));
      if (to < item.strips.length) turn();
      from = to;
    }
  }
  turn();
  return pages;
}

/** How many of the strips stand in a height: whole rows where one fits at all, and at least one strip. */
function fitting(strips: readonly Strip[], height: number): number {
  let taken = 0;
  let count = 0;
  for (const { before, height: high } of strips) {
    if (taken + before + high > height) break;
    taken += before + high;
    count += 1;
  }
  if (count === strips.length || count === 0) return Math.max(1, count);
  let whole = count;
  while (whole > 0 && strips[whole]?.begins === 'goes-on') whole -= 1;
  return whole > 0 ? whole : count;
}

/** Draws a page of items from the top of a room, each under a rule. */
export function drawItems(kit: Kit, page: ItemPage, room: Room): Drawing {
  const { u, l } = kit.sizes;
  let y = room.y;
  return together(
    page.flatMap(({ item, from, to }, index) => {
      if (index > 0) y += APART * u;
      const rule: Shape = { kind: 'path', d: `M${room.x} ${y + 2 * l}h${room.width}`, stroke: 'rule', thick: 4 * l };
      y += PAD * u;
      const strips = item.strips.slice(from, to).map(({ before, height, draw }) => {
        const drawn = draw(room.x, y + before);
        y += before + height;
        return drawn;
      });
      return [shapesOnly([rule]), ...strips, { ...NOTHING, shown: [item.id] }];
    }),
  );
}
