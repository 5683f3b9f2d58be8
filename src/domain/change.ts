import { judgedFigure } from './analysis.ts';
import type { Indicator } from './catalogue-types.ts';
import { figureOf } from './figure.ts';
import type { Change, Comparison, NoFigureReason } from './measure-types.ts';
import { pointAt, type Series } from './series.ts';
import type { WeekNumber } from './week.ts';

/** The same week a year before lies 52 weeks back: 364 days, Monday to Sunday, also across a year of 53 weeks. */
export const YEAR_WEEKS = 52;

/** The unit of a difference: rates in percentage points, counts in percent, all else in points of their own. */
export function changeUnit(indicator: Pick<Indicator, 'unit'>): 'pp' | 'points' | 'percent' {
  if (indicator.unit === 'percent') return 'pp';
  return indicator.unit === 'count' ? 'percent' : 'points';
}

/** A figure against an earlier one; a change from zero has no percentage, zero to zero is no change. */
export function changeOf(indicator: Pick<Indicator, 'unit'>, now: number, was: number, against: WeekNumber): Change {
  const unit = changeUnit(indicator);
  const absolute = now - was;
  if (unit !== 'percent') return { kind: 'given', against, was, unit, difference: absolute, absolute };
  if (was === 0 && now !== 0) return { kind: 'not-given', against, reason: 'from-zero' };
  const difference = was === 0 ? 0 : (absolute / Math.abs(was)) * 100;
  return { kind: 'given', against, was, unit, difference, absolute };
}

/** The week against the one before it, or against the same week 52 weeks earlier; says why where there is no figure. */
export function changeBetween(indicator: Indicator, series: Series, week: WeekNumber, comparison: Comparison): Change {
  const against = week - (comparison === 'previous-week' ? 1 : YEAR_WEEKS);
  const now = figureAt(indicator, series, week);
  const was = figureAt(indicator, series, against);
  if (typeof was === 'string') return { kind: 'not-given', against, reason: was };
  if (typeof now === 'string') return { kind: 'not-given', against, reason: now };
  return changeOf(indicator, now, was, against);
}

/** The judged figure of a week, or why there is none. */
function figureAt(indicator: Indicator, series: Series, week: WeekNumber): number | NoFigureReason {
  const point = pointAt(series, week);
  if (!point) return week < (series[0]?.week ?? Infinity) ? 'before-data' : 'after-data';
  if (point.kind === 'gap' || point.kind === 'current' || point.kind === 'immature') return point.kind;
  const figure = judgedFigure(indicator, point);
  if (figure) return figure.value;
  return figureOf(indicator, point.numerator, point.denominator) === null ? 'nothing-due' : 'too-few';
}
