import { LINE, text, type Kit } from '../layout/kit.ts';
import { oneLine, setLines, type Line } from '../layout/lines.ts';
import { placeLine, shapesOnly, together, type Drawing, type Room } from '../layout/placed.ts';
import type { Entry } from './list-pages.ts';

/** A reason with how often it counts and what share that is; `length` 0..1 of the longest bar. */
export type Reason = {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  readonly share: string;
  readonly length: number;
};

const APART = 40;
const BAR = 30;
const PAD = 14;
/** A bar shorter than this compares nothing. */
const LEAST_BAR = 200;
/** Height of a row in type sizes at most. */
const MOST_ROW = 2.2;

type Columns = {
  readonly names: readonly Line[];
  readonly counts: readonly Line[];
  readonly shares: readonly Line[];
  readonly bar: { readonly from: number; readonly width: number };
};

function columnsOf(kit: Kit, reasons: readonly Reason[], width: number): Columns | null {
  const { u, s } = kit.sizes;
  const names = reasons.map(({ name }) => oneLine([text(kit, name, 'floor')]));
  const counts = reasons.map(({ count }) => oneLine([text(kit, count, 'floor', { weight: 600, figures: 'tabular' })]));
  const shares = reasons.map(({ share }) => oneLine([text(kit, share, 'floor', { ink: 'ink-2', figures: 'tabular' })]));
  const widest = (lines: readonly Line[]): number => Math.max(0, ...lines.map((line) => line.width));
  const gap = APART * s;
  const from = widest(names) + gap;
  const free = width - from - gap - widest(counts) - gap - widest(shares);
  return free < LEAST_BAR * u ? null : { names, counts, shares, bar: { from, width: free } };
}

function rowHeight({ sizes }: Kit): number {
  return sizes.floor * 1.5;
}

function headingLines(kit: Kit, heading: string, width: number): readonly Line[] {
  return heading === '' ? [] : setLines([text(kit, heading, 'floor', { ink: 'ink-2' })], width);
}

/** How high the bars with their heading are; null where their names leave no room for bars, or there are none. */
export function reasonsHeight(kit: Kit, heading: string, reasons: readonly Reason[], width: number): number | null {
  if (reasons.length === 0) return 0;
  if (columnsOf(kit, reasons, width) === null) return null;
  const { u, floor } = kit.sizes;
  const lines = headingLines(kit, heading, width);
  return PAD * u + lines.length * floor * LINE.floor + 8 * u + reasons.length * rowHeight(kit);
}

/** Bars from 0 on one scale, each with name, count and share. */
export function drawReasons(kit: Kit, heading: string, reasons: readonly Reason[], room: Room): Drawing {
  const columns = columnsOf(kit, reasons, room.width);
  if (columns === null || reasons.length === 0) return shapesOnly([]);
  const { u, l, s, floor } = kit.sizes;
  const lines = headingLines(kit, heading, room.width);
  const lineHigh = floor * LINE.floor;
  const top = room.y + PAD * u + lines.length * lineHigh + 8 * u;
  const right = room.x + room.width;
  const sharesAt = Math.max(0, ...columns.shares.map((line) => line.width)) + APART * s;
  const thick = Math.max(BAR * l, 0.5 * floor);
  // What is left over goes between the rows, as far as they still read as one picture.
  const rowHigh = Math.max(rowHeight(kit), Math.min(MOST_ROW * floor, (room.y + room.height - top) / reasons.length));
  return together([
    shapesOnly([{ kind: 'path', d: `M${room.x} ${room.y + 2 * l}h${room.width}`, stroke: 'rule', thick: 4 * l }]),
    ...lines.map((line, index) => placeLine(line, room.x, room.y + PAD * u + (index + 0.5) * lineHigh)),
    ...reasons.map(({ length }, index) => {
      const centre = top + (index + 0.5) * rowHigh;
      const x = room.x + columns.bar.from;
      const bar = (long: number) => `M${x} ${centre - thick / 2}h${long}v${thick}h${-long}Z`;
      const place = (list: readonly Line[], at: number, anchor: 'start' | 'end'): Drawing => {
        const line = list[index];
        return line === undefined ? shapesOnly([]) : placeLine(line, at, centre, anchor);
      };
      return together([
        place(columns.names, room.x, 'start'),
        shapesOnly([{ kind: 'path', d: bar(columns.bar.width * length), fill: 'bar' }]),
        place(columns.counts, right - sharesAt, 'end'),
        place(columns.shares, right, 'end'),
      ]);
    }),
  ]);
}

/** A reason as an entry of a list: its bar under its words. */
export function barEntry(reason: Reason): Entry {
  return {
    id: reason.id,
    sentence: `${reason.name}: ${reason.count}, ${reason.share}.`,
    item: (kit) => ({
      id: reason.id,
      rows: [
        { kind: 'text', before: 0, parts: [text(kit, reason.name, 'floor', { weight: 600 })] },
        {
          kind: 'bar',
          before: 6 * kit.sizes.u,
          share: reason.length,
          thick: Math.max(BAR * kit.sizes.l * 0.8, 0.4 * kit.sizes.floor),
          ink: 'bar',
          track: 'none',
        },
      ],
      end: [
        text(kit, reason.count, 'floor', { weight: 600, figures: 'tabular' }),
        text(kit, reason.share, 'floor', { ink: 'ink-2', figures: 'tabular', gap: 24 * kit.sizes.s }),
      ],
    }),
  };
}
