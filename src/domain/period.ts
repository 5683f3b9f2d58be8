import type { Indicator } from './catalogue-types.ts';
import { changeOf } from './change.ts';
import { figureOf } from './figure.ts';
import type { Change, NoFigureReason } from './measure-types.ts';
import { rollUp, type Sums } from './rollup.ts';
import { isJudged, pointAt, type JudgedPoint, type Series } from './series.ts';
import { sampleSize } from './small-numbers.ts';
import { dateOfDay, dayOfDate, type WeekNumber } from './week.ts';

/** Whole weeks from `from` to `to`, both inclusive. */
export type Period = { readonly from: WeekNumber; readonly to: WeekNumber };

export type PeriodKind = 'month' | 'quarter' | 'year';

const MONTHS_IN: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** A calendar month; `month` is 1..12. */
export type Month = { readonly year: number; readonly month: number };

/** The month of a week is that of its Thursday, as the ISO week-year is that of its Thursday. */
export function monthOfWeek(week: WeekNumber): Month {
  const { year, month } = dateOfDay(week * 7);
  return { year, month };
}

/** Weeks whose Thursday lies in the month: four or five. Months outside 1..12 run on into the next year. */
export function weeksOfMonth(year: number, month: number): Period {
  return { from: firstWeekFrom(year, month), to: firstWeekFrom(year, month + 1) - 1 };
}

/**
 * First month of the (fiscal) month, quarter or year that holds the week. `fiscalStart` is the month, 1..12, in which
 * the fiscal year starts; quarters are counted from it. The month may exceed 12 or be below 1: `dayOfDate` takes it.
 */
export function periodStart(kind: PeriodKind, week: WeekNumber, fiscalStart: number): Month {
  const { year, month } = monthOfWeek(week);
  const into = (((month - fiscalStart) % 12) + 12) % 12;
  return { year, month: month - (into % MONTHS_IN[kind]) };
}

/** From the first week of the month, quarter or year up to and including the week. */
export function periodToDate(kind: PeriodKind, week: WeekNumber, fiscalStart: number): Period {
  const start = periodStart(kind, week, fiscalStart);
  return { from: firstWeekFrom(start.year, start.month), to: week };
}

/**
 * The same period a year before, cut to the same number of elapsed weeks. Whole weeks hold every weekday equally
 * often, so the mix of weekdays cannot fake a change; week 53 is compared with the 53rd week from the start before.
 */
export function periodYearBefore(kind: PeriodKind, week: WeekNumber, fiscalStart: number): Period {
  const start = periodStart(kind, week, fiscalStart);
  const elapsed = week - firstWeekFrom(start.year, start.month);
  const from = firstWeekFrom(start.year - 1, start.month);
  return { from, to: from + elapsed };
}

export type PeriodFigure =
  | ({ readonly kind: 'given'; readonly period: Period; readonly value: number } & Sums)
  /** `week`: the first week that stands in the way, where one does. */
  | {
      readonly kind: 'not-given';
      readonly period: Period;
      readonly reason: NoFigureReason;
      readonly week: WeekNumber | null;
    };

/**
 * The figure of a whole period: Σ numerator / Σ denominator of its weeks; a stock stands at the last week.
 * A week that is missing or not yet judged leaves the period without a figure, and is named: it never counts as zero.
 */
export function periodFigure(
  indicator: Pick<Indicator, 'unit' | 'countedIn' | 'overWeeks'>,
  series: Series,
  period: Period,
): PeriodFigure {
  const points: JudgedPoint[] = [];
  for (let week = indicator.overWeeks === 'last' ? period.to : period.from; week <= period.to; week += 1) {
    const point = pointAt(series, week);
    if (!point) {
      const reason = week < (series[0]?.week ?? Infinity) ? 'before-data' : 'after-data';
      return { kind: 'not-given', period, reason, week };
    }
    if (!isJudged(point)) return { kind: 'not-given', period, reason: point.kind, week };
    points.push(point);
  }
  const { numerator, denominator } = rollUp(points);
  const value = figureOf(indicator, numerator, denominator);
  if (value === null) return { kind: 'not-given', period, reason: 'nothing-due', week: null };
  if (sampleSize(indicator, denominator) === 'too-few') {
    return { kind: 'not-given', period, reason: 'too-few', week: null };
  }
  return { kind: 'given', period, value, numerator, denominator };
}

export type PeriodComparison = {
  readonly now: PeriodFigure;
  readonly before: PeriodFigure;
  /** `against` is the last week of the period before. */
  readonly change: Change;
};

/** Two periods side by side. Where either has no figure the change says why and gives none. */
export function comparePeriods(
  indicator: Pick<Indicator, 'unit' | 'countedIn' | 'overWeeks'>,
  series: Series,
  period: Period,
  beforePeriod: Period,
): PeriodComparison {
  const now = periodFigure(indicator, series, period);
  const before = periodFigure(indicator, series, beforePeriod);
  const against = beforePeriod.to;
  if (before.kind === 'not-given')
    return { now, before, change: { kind: 'not-given', against, reason: before.reason } };
  if (now.kind === 'not-given') return { now, before, change: { kind: 'not-given', against, reason: now.reason } };
  return { now, before, change: changeOf(indicator, now.value, before.value, against) };
}

/** Month, quarter or year to date against the same number of elapsed weeks a year before. */
export function compareToDate(
  indicator: Pick<Indicator, 'unit' | 'countedIn' | 'overWeeks'>,
  series: Series,
  kind: PeriodKind,
  week: WeekNumber,
  fiscalStart: number,
): PeriodComparison {
  const now = periodToDate(kind, week, fiscalStart);
  return comparePeriods(indicator, series, now, periodYearBefore(kind, week, fiscalStart));
}

/** First week whose Thursday lies on or after the first of the month. */
function firstWeekFrom(year: number, month: number): WeekNumber {
  return Math.ceil(dayOfDate(year, month, 1) / 7);
}
