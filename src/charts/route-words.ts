import type { LabelWish, Place } from './route-labels.ts';
import type { RouteScales } from './route-scales.ts';
import type { RouteModel } from './route-types.ts';

/** Where along the planned route its name may stand, as shares of the way. */
const NAMED_AT = [0.39, 0.28, 0.5, 0.62, 0.16, 0.75];
/** So close to the newest figure, in px, stands what belongs to it. */
const BESIDE = 40;

/**
 * The direct labels of a route with the places they may take. Where lower is better the picture is turned upside down: the
 * words of the goal stand under its line.
 */
export function routeWords(model: RouteModel, scales: RouteScales): readonly LabelWish[] {
  const { goal, now, start, arrival } = model;
  const { x, y, plot } = scales;
  const up = model.better === 'higher';
  /** Base of a first line, so many px beyond a height on the goal's side; `lines` stand under one another. */
  const beyond = (at: number, px: number, lines = 1, leading = 14): number =>
    up ? at - px - (lines - 1) * leading : at + px + 5;
  const short = (at: number, px: number, lines = 1, leading = 14): number =>
    up ? at + px + 8 : at - px - (lines - 1) * leading;
  const line = y(goal.value);
  const date = x(goal.week);
  /** At the other end of the line that marks the date. */
  const far = up ? plot.y1 - 8 : plot.y0 + 10;
  const wishes: LabelWish[] = [];
  if (arrival !== null && arrival.week <= scales.to) {
    const at = x(arrival.week);
    const places: Place[] = [
      { x: at, y: beyond(line, 12, 2), anchor: 'middle' },
      { x: Math.max(at - 10, date + 6), y: beyond(line, 12, 2), anchor: 'start' },
      { x: plot.x1 + 12, y: beyond(line, 12, 2), anchor: 'end' },
      { x: at + 10, y: beyond(line, 12, 2), anchor: 'end' },
      { x: at + 8, y: short(line, 10, 2), anchor: 'start' },
      { x: at - 8, y: short(line, 10, 2), anchor: 'end' },
    ];
    wishes.push({ id: 'arrival', lines: [arrival.text, arrival.note], look: 'strong', leading: 14, places });
  }
  if (now !== null) {
    const at = x(now.week);
    const height = y(now.value);
    const places: Place[] = [
      { x: at + 8, y: short(height, 10, 2, 15), anchor: 'start' },
      { x: at + 8, y: short(height, 24, 2, 15), anchor: 'start' },
      { x: at - 8, y: short(height, 12, 2, 15), anchor: 'end' },
      { x: at + 10, y: beyond(height, 12, 2, 15), anchor: 'start' },
      { x: at + 10, y: beyond(height, 28, 2, 15), anchor: 'start' },
      { x: at - 8, y: beyond(height, 14, 2, 15), anchor: 'end' },
    ];
    const lines = now.note === '' ? [now.text] : [now.text, now.note];
    wishes.push({ id: 'now', lines, look: 'strong', leading: 15, places });
  }
  if (goal.week >= scales.from && goal.week <= scales.to) {
    const places: Place[] = [
      { x: date - 6, y: beyond(line, 12), anchor: 'end' },
      { x: date + 6, y: beyond(line, 12), anchor: 'start' },
      { x: date - 6, y: far, anchor: 'end' },
      { x: date + 6, y: far, anchor: 'start' },
    ];
    wishes.push({ id: 'date', lines: [goal.dateText], look: 'target', leading: 14, places });
  }
  wishes.push({
    id: 'goal',
    lines: [goal.text],
    look: 'target',
    leading: 14,
    places: [
      { x: plot.x0 + 4, y: beyond(line, 6), anchor: 'start' },
      { x: plot.x1, y: beyond(line, 6), anchor: 'end' },
      { x: plot.x0 + 4, y: short(line, 6), anchor: 'start' },
      { x: plot.x1, y: short(line, 6), anchor: 'end' },
    ],
  });
  if (start !== null && start.week >= scales.from) {
    const at = x(start.week);
    const height = y(start.value);
    const heights = [
      ...[6, 14, 26, 40].map((px) => short(height, px)),
      ...[10, 24, 40, 56, 72].map((px) => beyond(height, px)),
      far,
    ];
    // Close to its point, else past a line that stands upright beside it.
    const places = heights.flatMap((each): Place[] => [6, 14].map((px) => ({ x: at + px, y: each, anchor: 'start' })));
    wishes.push({ id: 'start', lines: [start.text], look: 'plain', leading: 14, places });
  }
  return [...wishes, ...planWish(model, scales, up)];
}

/** Beside the planned route, on the side where it is ahead. */
function planWish(model: RouteModel, scales: RouteScales, up: boolean): readonly LabelWish[] {
  const [first] = model.plan;
  const last = model.plan.at(-1);
  if (first === undefined || last === undefined) return [];
  const places = NAMED_AT.flatMap((share): Place[] => {
    const week = Math.round(first.week + share * (last.week - first.week));
    const value = model.plannedAt(week);
    if (value === null || week < scales.from || week > scales.to) return [];
    const [x, y] = [scales.x(week), scales.y(value)];
    return [
      { x: x - 6, y: up ? y - 24 : y + 32, anchor: 'end' },
      { x: x + 8, y: up ? y + 32 : y - 24, anchor: 'start' },
    ];
  });
  if (places.length === 0) return [];
  // Beside the gap to the plan a name would be taken for the gap's.
  const gap = model.now === null ? -Infinity : scales.x(model.now.week);
  const isBesideGap = ({ x }: Place): boolean => Math.abs(x - gap) < BESIDE;
  const ordered = [...places.filter((place) => !isBesideGap(place)), ...places.filter(isBesideGap)];
  return [{ id: 'plan', lines: ['Planned route'], look: 'plain', leading: 14, places: ordered }];
}
