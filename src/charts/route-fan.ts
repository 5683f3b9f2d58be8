import type { ForecastWeek } from '../domain/forecast.ts';
import { areaPath, linePath, type PixelPoint } from './paths.ts';
import type { RouteScales } from './route-scales.ts';
import type { RouteModel } from './route-types.ts';

type At = { readonly week: number; readonly value: number };

/** Forecast of a route up to the goal line: what comes after the arrival is no part of the way. */
export function routeFan(model: RouteModel, scales: RouteScales): { readonly fan: string; readonly middle: string } {
  const { now, goal, better } = model;
  const weeks = model.forecast.filter(({ week }) => week <= scales.to);
  if (now === null || weeks.length === 0) return { fan: '', middle: '' };
  const line = (pick: (week: ForecastWeek) => number): readonly At[] => [
    now,
    ...weeks.map((week) => ({ week: week.week, value: pick(week) })),
  ];
  const higher = better === 'higher';
  const reached = (value: number): boolean => (higher ? value >= goal.value : value <= goal.value);
  const [fast, slow] = higher ? (['p90', 'p10'] as const) : (['p10', 'p90'] as const);
  const pixels = (points: readonly At[]): readonly PixelPoint[] =>
    points.map(({ week, value }) => ({
      x: scales.x(week),
      y: Math.min(scales.plot.y1, Math.max(scales.plot.y0, scales.y(value))),
    }));
  if (reached(now.value)) return { fan: '', middle: '' };
  const lower = until(
    line((week) => week[slow]),
    reached,
    goal.value,
  );
  const upper = until(
    line((week) => week[fast]),
    reached,
    goal.value,
  );
  // The fast side goes on along the goal line until the slow side is there too.
  const end = lower.at(-1);
  const last = upper.at(-1);
  const along = end !== undefined && last !== undefined && end.week > last.week ? [{ ...last, week: end.week }] : [];
  const middle = until(
    line(({ p50 }) => p50),
    reached,
    goal.value,
  );
  return {
    fan: areaPath(pixels([...upper, ...along]), pixels(lower)),
    middle: linePath(inside(pixels(middle), scales)),
  };
}

/** The points up to the goal, and the one between two weeks at which it is reached. */
function until(points: readonly At[], reached: (value: number) => boolean, goal: number): readonly At[] {
  const first = points.findIndex(({ value }) => reached(value));
  const before = points[first - 1];
  const there = points[first];
  if (first < 0 || before === undefined || there === undefined) return points;
  const share = (goal - before.value) / (there.value - before.value);
  return [...points.slice(0, first), { week: before.week + share * (there.week - before.week), value: goal }];
}

/** A middle that leaves the plot ends at its edge. */
function inside(points: readonly PixelPoint[], { plot }: RouteScales): readonly PixelPoint[] {
  const out = points.findIndex(({ y }) => y >= plot.y1 || y <= plot.y0);
  return out < 0 ? points : points.slice(0, out + 1);
}
