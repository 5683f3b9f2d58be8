import { LINE, type Kit } from './kit.ts';
import { footerPlans, type FooterPlan } from './footer.ts';
import { headerPlans, type HeaderPlan } from './header.ts';
import { barPlan, type BarPlan } from './notice-bar.ts';
import type { Room } from './placed.ts';

/** How header, footer and notices share the canvas with the content. It depends on canvas and title alone, not on the hour. */
export type FramePlan = {
  readonly header: HeaderPlan;
  readonly footer: FooterPlan;
  readonly bar: BarPlan;
  /** What content has while nothing is out of order. */
  readonly open: Room;
  /** What it has at least: pages are made for this. */
  readonly least: Room;
};

const BETWEEN = 24;
const NO_BAR: BarPlan = { lines: 0, height: 0 };
const NO_HEADER: HeaderPlan = { height: 0, title: [], role: 'floor', clock: 'left-out' };

/**
 * The first way in which the content keeps half of the height, or three lines. Where letters are large for the canvas, the
 * title gets smaller (never under the floor), then the clock goes, then the room for notices, then what finds no room in
 * one row of the footer.
 */
export function framePlan(kit: Kit, title: string): FramePlan {
  const { height, label } = kit.sizes;
  const enough = Math.min(height / 2, 3.2 * label * LINE.label);
  const headers = headerPlans(kit, title);
  const feet = footerPlans(kit);
  const bars = [barPlan(kit), NO_BAR];
  let most: FramePlan | null = null;
  for (const footer of feet) {
    for (const bar of bars) {
      for (const header of headers) {
        const plan = made(kit, header, footer, bar);
        if (plan.least.height >= enough) return plan;
        if (most === null || plan.least.height > most.least.height) most = plan;
      }
    }
  }
  if (most === null) throw new Error('a header, a footer and a bar always have a plan');
  // A title that leaves less than a line goes into the content instead.
  return most.least.height >= 1.4 * label * LINE.label ? most : made(kit, NO_HEADER, most.footer, NO_BAR);
}

function made(kit: Kit, header: HeaderPlan, footer: FooterPlan, bar: BarPlan): FramePlan {
  const { left, right, top, bottom, u } = kit.sizes;
  const y = top + header.height + BETWEEN * u;
  const open: Room = { x: left, y, width: right - left, height: bottom - footer.height - BETWEEN * u - y };
  return { header, footer, bar, open, least: below(kit, open, bar.height) };
}

/** The room under a bar of a height. */
export function below(kit: Kit, room: Room, height: number): Room {
  const taken = height === 0 ? 0 : height + BETWEEN * kit.sizes.u;
  return { ...room, y: room.y + taken, height: room.height - taken };
}
