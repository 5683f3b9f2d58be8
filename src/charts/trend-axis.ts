import { monthName, monthOfWeek } from './chart-dates.ts';
import { rounded } from './paths.ts';
import type { TrendScales } from './trend-scales.ts';

export type AxisText = { readonly x: number; readonly text: string };
export type TimeAxis = {
  /** Baseline and ticks in one path; January's tick is twice as long. */
  readonly d: string;
  readonly months: readonly AxisText[];
  readonly years: readonly AxisText[];
};

const MONTH_ROOM = 24;
const YEAR_ROOM = 32;
const END_CLEAR = 18;
/** Under this width of a month not every month can be named, and under the next not every one has a tick. */
const NAMED_STEP_ROOM = 28;
const TICK_ROOM = 7;
export const WEEKS_IN_MONTH = 365.25 / 12 / 7;

/** Every how many months one is named: regular, and always with January among them. */
export function namedEvery(monthWidth: number): number {
  if (monthWidth >= MONTH_ROOM) return 1;
  return [2, 3, 4, 6, 12].find((step) => step * monthWidth >= NAMED_STEP_ROOM) ?? 12;
}

/** Months as ticks between the weeks; the first month named and each January carry the year (design.md, section 5). */
export function timeAxis(
  scales: Pick<TrendScales, 'from' | 'to' | 'plot' | 'x' | 'weekWidth'>,
  locale: string,
  /** A month that begins nearer to the end of the axis is not named: its name would stand outside. */
  endClear = END_CLEAR,
): TimeAxis {
  const { from, to, plot, x, weekWidth } = scales;
  let d = `M${plot.x0} ${plot.y1}H${plot.x1}`;
  const months: AxisText[] = [];
  const years: Array<AxisText & { readonly january: boolean }> = [];
  let lastMonthX = -Infinity;
  const monthWidth = weekWidth * WEEKS_IN_MONTH;
  const every = namedEvery(monthWidth);
  for (let week = from + 1; week <= to; week++) {
    const { year, month } = monthOfWeek(week);
    if (monthOfWeek(week - 1).month === month) continue;
    const tick = rounded(x(week) - weekWidth / 2);
    if (tick >= plot.x1 - 12) continue;
    const january = month === 1;
    const named = (month - 1) % every === 0;
    if (!named && monthWidth < TICK_ROOM) continue;
    d += `M${tick} ${plot.y1}v${january ? 8 : 4}`;
    if (!named || tick >= plot.x1 - endClear) continue;
    const text = rounded(tick + 2);
    if (january || text - lastMonthX >= MONTH_ROOM) {
      // January is the month that must be named: one named just before gives way.
      if (january && text - lastMonthX < MONTH_ROOM) months.pop();
      months.push({ x: text, text: monthName(month, locale) });
      lastMonthX = text;
    }
    if (january || years.length === 0) years.push({ x: text, text: String(year), january });
  }
  const [first, second] = years;
  const crowded = first !== undefined && second !== undefined && !first.january && second.x - first.x < YEAR_ROOM;
  return { d, months, years: (crowded ? years.slice(1) : years).map(({ x: at, text }) => ({ x: at, text })) };
}
