import type { Indicator } from './catalogue-types.ts';
import { YEAR_WEEKS } from './change.ts';
import { monthOfWeek, periodFigure, weeksOfMonth, type Month, type PeriodFigure } from './period.ts';
import type { Series } from './series.ts';
import type { WeekNumber } from './week.ts';

export type SixTwelve = {
  /** The six weeks up to the week in view, oldest first, each with the same week 52 weeks earlier. */
  readonly weeks: ReadonlyArray<{
    readonly week: WeekNumber;
    readonly figure: PeriodFigure;
    readonly yearBefore: PeriodFigure;
  }>;
  /** The twelve months up to its month, oldest first. */
  readonly months: ReadonlyArray<{
    readonly month: Month;
    readonly figure: PeriodFigure;
    readonly yearBefore: PeriodFigure;
    /** False for a month of which only the first weeks are in: drawn hollow, compared with as many weeks. */
    readonly complete: boolean;
  }>;
};

const WEEKS = 6;
const MONTHS = 12;

/** Data of the 6–12 chart: the trailing 6 weeks and the trailing 12 months, each beside its previous year. */
export function sixTwelve(
  indicator: Pick<Indicator, 'unit' | 'countedIn' | 'overWeeks'>,
  series: Series,
  week: WeekNumber,
): SixTwelve {
  const figure = (from: WeekNumber, to: WeekNumber) => periodFigure(indicator, series, { from, to });
  const weeks = Array.from({ length: WEEKS }, (_, index) => {
    const each = week - (WEEKS - 1) + index;
    return { week: each, figure: figure(each, each), yearBefore: figure(each - YEAR_WEEKS, each - YEAR_WEEKS) };
  });
  const newest = monthOfWeek(week);
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const count = newest.year * 12 + newest.month - 1 - (MONTHS - 1) + index;
    const month: Month = { year: Math.floor(count / 12), month: (count % 12) + 1 };
    const whole = weeksOfMonth(month.year, month.month);
    const to = Math.min(whole.to, week);
    const complete = to === whole.to;
    const before = weeksOfMonth(month.year - 1, month.month);
    const beforeTo = complete ? before.to : before.from + (to - whole.from);
    return { month, complete, figure: figure(whole.from, to), yearBefore: figure(before.from, beforeTo) };
  });
  return { weeks, months };
}
