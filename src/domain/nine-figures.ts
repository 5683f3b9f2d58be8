import type { Indicator } from './catalogue-types.ts';
import { changeBetween, YEAR_WEEKS } from './change.ts';
import type { Change } from './measure-types.ts';
import { comparePeriods, compareToDate, type PeriodComparison, type PeriodFigure, type PeriodKind } from './period.ts';
import type { Series } from './series.ts';
import type { Target } from './target.ts';
import type { WeekNumber } from './week.ts';

/** Distance of a period's figure from the target in force in the week in view, in the figure's own unit. */
export type TargetGap =
  | { readonly kind: 'given'; readonly gap: number }
  /** `adds-up`: the target is that of one week, and the figure is the sum of several. */
  | { readonly kind: 'not-given'; readonly reason: 'no-target' | 'adds-up' }
  | { readonly kind: 'no-figure'; readonly figure: Extract<PeriodFigure, { kind: 'not-given' }> };

/** A period, the same period a year before, the change between them, and the distance from the target. */
export type NinePeriod = PeriodComparison & { readonly gap: TargetGap };

/** A change, and what the same change was a year before. */
export type NineChange = { readonly now: Change; readonly before: Change };

/**
 * The nine figures of a weekly business review: last week with its changes on the week and on the year; month, quarter
 * and year to date, each with its change on the year. Every one stands beside its year-before.
 */
export type NineFigures = {
  readonly week: WeekNumber;
  readonly target: Target | null;
  readonly lastWeek: NinePeriod;
  readonly weekOnWeek: NineChange;
  readonly yearOnYear: NineChange;
  readonly toDate: Readonly<Record<PeriodKind, NinePeriod>>;
};

export type NineFiguresInput = {
  readonly indicator: Indicator;
  readonly series: Series;
  /** The week in view, the last of every period. */
  readonly week: WeekNumber;
  /** In force in that week; it judges all periods that end there. null: none. */
  readonly target: Target | null;
  /** 1..12 */
  readonly fiscalYearStartMonth: number;
};

/** Figures by Σ numerator / Σ denominator over whole weeks (`period.ts`). What is missing says why; nothing is taken for zero. */
export function nineFigures(input: NineFiguresInput): NineFigures {
  const { indicator, series, week, target, fiscalYearStartMonth } = input;
  const single = (at: WeekNumber) => ({ from: at, to: at });
  const withGap = (comparison: PeriodComparison): NinePeriod => ({
    ...comparison,
    gap: gapOf(indicator, comparison.now, target),
  });
  const toDate = (kind: PeriodKind): NinePeriod =>
    withGap(compareToDate(indicator, series, kind, week, fiscalYearStartMonth));
  const change = (comparison: 'previous-week' | 'last-year'): NineChange => ({
    now: changeBetween(indicator, series, week, comparison),
    before: changeBetween(indicator, series, week - YEAR_WEEKS, comparison),
  });
  return {
    week,
    target,
    lastWeek: withGap(comparePeriods(indicator, series, single(week), single(week - YEAR_WEEKS))),
    weekOnWeek: change('previous-week'),
    yearOnYear: change('last-year'),
    toDate: { month: toDate('month'), quarter: toDate('quarter'), year: toDate('year') },
  };
}

function gapOf(indicator: Indicator, figure: PeriodFigure, target: Target | null): TargetGap {
  if (target === null) return { kind: 'not-given', reason: 'no-target' };
  if (figure.kind === 'not-given') return { kind: 'no-figure', figure };
  const { from, to } = figure.period;
  if (indicator.unit === 'count' && indicator.overWeeks === 'sum' && from !== to) {
    return { kind: 'not-given', reason: 'adds-up' };
  }
  return { kind: 'given', gap: figure.value - target.value };
}
