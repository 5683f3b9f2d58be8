import { rounded } from './paths.ts';
import { axisTextWidth } from './text-width.ts';

/** A goal's way as a bar: where it starts, where it ends, where one is, and where the plan is. Null: not known. */
export type RouteBarModel = {
  readonly start: number | null;
  readonly goal: number;
  readonly now: number | null;
  readonly planned: number | null;
  /** A value without its unit: "93.6". */
  readonly format: (value: number) => string;
};

export type BarText = { readonly x: number; readonly y: number; readonly text: string; readonly anchor: Anchor };
type Anchor = 'start' | 'middle' | 'end';
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type RouteBarGeometry = {
  readonly width: number;
  readonly height: number;
  readonly track: Box;
  /** `back`: moved away from the goal, drawn as an outline left of the start. null: nothing travelled, or not known. */
  readonly travelled: (Box & { readonly look: 'ink' | 'back' }) | null;
  readonly startTick: string | null;
  readonly goalTick: string;
  readonly planTick: string | null;
  readonly startText: BarText | null;
  readonly goalText: BarText;
  readonly planText: BarText | null;
};

/** design.md, section 4: 320 x 40, track 10 px, the goal's value in the room at the right. */
export const ROUTE_BAR_HEIGHT = 40;
const LEFT = 52;
const RIGHT = 46;
const TOP = 15;
const BAR = 10;
const EDGE = 6;

/** Start lies at the left end of the track, goal at its right one, whichever of the two is the larger value. */
export function routeBarGeometry(model: RouteBarModel, width: number): RouteBarGeometry {
  const { start, goal, now, planned, format } = model;
  const x0 = LEFT;
  const x1 = Math.max(x0 + 1, width - RIGHT);
  const bottom = TOP + BAR;
  const x = (value: number): number =>
    start === null || start === goal ? x1 : x0 + ((value - start) / (goal - start)) * (x1 - x0);
  const away = start !== null && now !== null && x(now) < x0;
  return {
    width,
    height: ROUTE_BAR_HEIGHT,
    track: { x: x0, y: TOP, width: rounded(x1 - x0), height: BAR },
    travelled: start === null || now === null ? null : travelledBox(x(now), x0, x1),
    startTick: start === null ? null : `M${x0} ${TOP - 4}V${bottom + 4}`,
    goalTick: `M${rounded(x1)} ${TOP - 5}V${bottom + 5}`,
    planTick:
      start === null || planned === null ? null : `M${rounded(within(x(planned), x0, x1))} ${TOP - 6}V${bottom + 6}`,
    startText: start === null ? null : startText(format(start), away),
    goalText: { x: rounded(x1 + 8), y: TOP + 9, text: format(goal), anchor: 'start' },
    planText:
      start === null || planned === null
        ? null
        : centred(`plan ${format(planned)}`, within(x(planned), x0, x1), bottom + 16, width),
  };
}

/** Beyond the goal the bar is full: how far beyond stands in the figure. */
function travelledBox(now: number, x0: number, x1: number): RouteBarGeometry['travelled'] {
  const to = Math.min(x1, Math.max(EDGE, now));
  if (to < x0) return { x: rounded(to), y: TOP, width: rounded(x0 - to), height: BAR, look: 'back' };
  return to === x0 ? null : { x: x0, y: TOP, width: rounded(to - x0), height: BAR, look: 'ink' };
}

/** Left of the track; above its begin where the outline, or the length of the number, takes that room. */
function startText(text: string, away: boolean): BarText {
  return away || axisTextWidth(text) > LEFT - 8
    ? { x: LEFT + 5, y: TOP - 5, text, anchor: 'start' }
    : { x: LEFT - 6, y: TOP + 9, text, anchor: 'end' };
}

/** Under its tick, as far as the picture's edges allow. */
function centred(text: string, x: number, y: number, width: number): BarText {
  const half = axisTextWidth(text) / 2;
  return { x: rounded(within(x, half, width - half)), y, text, anchor: 'middle' };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
