import { niceStep, ticksOf } from './scale.ts';
import type { RouteModel } from './route-types.ts';
import { axisTextWidth } from './text-width.ts';
import { END_ROOM, type TrendScales } from './trend-scales.ts';

/** design.md, section 4: 672 x 300. */
export const ROUTE_WIDTH = 672;
export const ROUTE_HEIGHT = 300;
const TOP = 30;
const RIGHT = 20;
const BOTTOM = 36;
const LEFT = 30;
/** Beyond the goal line stand the words of arrival and date; on the other side those of the start. */
const GOAL_ROOM = 35;
/** Under a goal line that lies at the bottom there is the axis as well. */
const GOAL_ROOM_BELOW = 40;
const START_ROOM = 20;
const TICK_ROOM = 36;
/** A forecast that moves away may take so much of the travelled span at most. */
const AWAY_SHARE = 0.6;

export type RouteScales = Omit<TrendScales, 'lastPoint'>;

/** Scales of a route: they hang on nothing that is still being simulated, so that a forecast moves nothing when it comes. */
export function routeScales(model: RouteModel, width: number, height: number): RouteScales {
  const y0 = TOP;
  const y1 = height - BOTTOM;
  const [low, high] = domainOf(model, y1 - y0);
  const step = niceStep(((high - low) * TICK_ROOM) / (y1 - y0));
  const ticks = ticksOf({ low, high: Math.min(high, model.most) }, step);
  const x0 = Math.max(LEFT, Math.ceil(Math.max(0, ...ticks.map((tick) => axisTextWidth(model.formatTick(tick)))) + 8));
  const x1 = Math.max(x0 + 1, width - RIGHT);
  const first = x0 + END_ROOM;
  const weekWidth = (x1 - first) / Math.max(1, model.to - model.from);
  return {
    from: model.from,
    to: model.to,
    plot: { x0, x1, y0, y1 },
    domain: { low, high },
    ticks,
    weekWidth,
    x: (week) => first + (week - model.from) * weekWidth,
    y: (value) => y1 - ((value - low) / (high - low)) * (y1 - y0),
  };
}

function domainOf(model: RouteModel, height: number): readonly [low: number, high: number] {
  const { better, goal, least, most } = model;
  const values = [
    goal.value,
    ...model.travelled.flatMap(({ value }) => (value === null ? [] : [value])),
    ...model.plan.filter(({ week }) => week >= model.from).map(({ value }) => value),
  ];
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (!(high - low > Math.abs(high) * 1e-9)) {
    const room = Math.abs(high) * 0.05 || 1;
    low -= room;
    high += room;
  }
  const ahead = aheadOf(model, high - low);
  low = Math.max(least, Math.min(low, ahead));
  high = Math.min(most, Math.max(high, ahead));
  const [below, above] = better === 'higher' ? [START_ROOM, GOAL_ROOM] : [GOAL_ROOM_BELOW, START_ROOM];
  const unit = (high - low) / Math.max(1, height - below - above);
  return [Math.max(least, low - below * unit), high + above * unit];
}

/** Where the pace of the last weeks leads by the goal's date, as far as there is room for it. */
function aheadOf({ now, pace, goal, better, to }: RouteModel, span: number): number {
  if (now === null) return goal.value;
  const weeks = Math.max(0, Math.min(goal.week, to) - now.week);
  const gain = (pace ?? 0) * weeks;
  const away = better === 'higher' ? gain < 0 : gain > 0;
  return away ? now.value + Math.sign(gain) * Math.min(Math.abs(gain), span * AWAY_SHARE) : now.value;
}
