import type { WallFrame } from '../wall-frame.ts';
import { LINE, text, type Kit } from './kit.ts';
import { oneLine } from './lines.ts';
import { cells, placeLine, shapesOnly, together, type Drawing, type Shape } from './placed.ts';
import type { TextPart } from './parts.ts';

export type FooterPlan = { readonly rows: number; readonly height: number };

const RING = 56;
const AFTER_RING = 28;
const APART = 60;
const DOT = 20;
const DOT_STEP = 42;
const MOST_DOTS = 8;

/** As long as the words of the clocks get: what rows are counted for, so that they stay the same all the year. */
const LONGEST = ['Data to Wed 30 Sep 2026', 'Heard at Wed 30 Sep, 00:00'];

function rowHeight(kit: Kit): number {
  return kit.sizes.floor * LINE.floor;
}

function ringWidth(kit: Kit): number {
  return (RING + AFTER_RING) * kit.sizes.l;
}

function planOf(kit: Kit, rows: number): FooterPlan {
  return {
    rows,
    height: Math.max(60 * kit.sizes.u, RING * kit.sizes.l, (rows - 1) * rowHeight(kit) + kit.sizes.floor * 1.17),
  };
}

/** One row where the clocks find room in it, else one row each; the poorer way is one row whatever finds room. */
export function footerPlans(kit: Kit): readonly FooterPlan[] {
  const { left, right, s } = kit.sizes;
  const widths = LONGEST.map((words) => oneLine([text(kit, words, 'floor', { weight: 600 })]).width);
  const all = ringWidth(kit) + widths.reduce((sum, width) => sum + width, 0) + APART * s;
  return all <= right - left ? [planOf(kit, 1)] : [planOf(kit, 2), planOf(kit, 1)];
}

/** Where the heartbeat stands, in px of the canvas. */
export type RingPlace = { readonly x: number; readonly y: number; readonly size: number };

export function ringPlace(kit: Kit, plan: FooterPlan): RingPlace {
  const { left, bottom, l } = kit.sizes;
  const first = bottom - plan.height + (plan.rows === 1 ? plan.height / 2 : rowHeight(kit) / 2);
  return { x: left, y: Math.max(first, bottom - plan.height + (RING * l) / 2) - (RING * l) / 2, size: RING * l };
}

/** Data to, heard at, what else is to be said, and which page is on. */
export function drawFooter(kit: Kit, plan: FooterPlan, frame: WallFrame): Drawing {
  const { left, right, bottom, s } = kit.sizes;
  const lost = frame.hearing === 'lost';
  const say = (id: string, words: string | null, strong: boolean) =>
    words === null
      ? []
      : [{ id, part: text(kit, words, 'floor', { weight: strong ? 600 : 400, ink: strong ? 'ink' : 'ink-2' }) }];
  const wishes: ReadonlyArray<{ readonly id: string; readonly part: TextPart }> = [
    // Where one row has room for one of them, it is the one that matters more.
    ...(lost
      ? [...say('heard-at', frame.heardAt, true), ...say('data-to', frame.dataTo, false)]
      : [...say('data-to', frame.dataTo, false), ...say('heard-at', frame.heardAt, false)]),
    ...say('paused', frame.rotation === 'paused' ? 'Paused' : null, true),
  ];
  const centre = (row: number): number =>
    plan.rows === 1 ? bottom - plan.height / 2 : bottom - plan.height + rowHeight(kit) / 2 + row * rowHeight(kit);
  const start = left + ringWidth(kit);
  const drawn: Drawing[] = [];
  const shown: string[] = [];
  let row = 0;
  let x = start;
  let firstEnds = start;
  for (const { id, part } of wishes) {
    const line = oneLine([part]);
    if (x + line.width > right && x > start && row + 1 < plan.rows) {
      row += 1;
      x = start;
    }
    if (x + line.width > right) continue;
    drawn.push(placeLine(line, x, centre(row)));
    shown.push(id);
    x += line.width + APART * s;
    if (row === 0) firstEnds = x;
  }
  const position = positionOf(kit, frame, right - firstEnds, right, centre(0));
  if (position !== null) drawn.push(position);
  const leftOut = wishes.map(({ id }) => id).filter((id) => !shown.includes(id));
  return together([...drawn, cells(shown, position === null ? [...leftOut, 'position'] : leftOut)]);
}

/** Dots, or their number in words where they are many or have no room; null where that has none either. */
function positionOf(kit: Kit, { position }: WallFrame, room: number, right: number, centre: number): Drawing | null {
  const { l } = kit.sizes;
  const { index, count } = position;
  if (count <= 1) return shapesOnly([]);
  if (count <= MOST_DOTS && (DOT + (count - 1) * DOT_STEP) * l <= room) {
    const dots = Array.from({ length: count }, (_, at): Shape => {
      const on = at === index;
      const x = right - (DOT / 2 + (count - 1 - at) * DOT_STEP) * l;
      const radius = (on ? DOT / 2 : DOT / 2 - 2) * l;
      const d = `M${x - radius} ${centre}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
      return on ? { kind: 'path', d, fill: 'ink' } : { kind: 'path', d, stroke: 'ink-3', thick: 4 * l };
    });
    return shapesOnly(dots);
  }
  const line = oneLine([text(kit, `${index + 1} of ${count}`, 'floor', { ink: 'ink-2', figures: 'tabular' })]);
  return line.width <= room ? placeLine(line, right, centre, 'end') : null;
}
