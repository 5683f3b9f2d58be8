import type { Series, SeriesPoint } from './series.ts';
import type { WeekNumber } from './week.ts';

/** Repeated claims need causes: under this share of claims with one, a low figure may only mean that nobody coded them. */
const LEAST_SHARE_WITH_CAUSE = 0.9;

/**
 * Withholds the weeks in which fewer than 90 % of the claims carry a cause (indicators.md, `repeated-claims`): they become
 * gaps that say so, in line, limits, signals and status alike. `withCause` is the series of `claims-with-cause`; weeks
 * that it does not know, or without claims, are left as they are.
 */
export function withholdWithoutCause(series: Series, withCause: Series): Series {
  const causes = new Map<WeekNumber, SeriesPoint>(withCause.map((point) => [point.week, point]));
  return series.map((point) => {
    const cause = causes.get(point.week);
    if (point.kind === 'gap' || cause === undefined || cause.kind === 'gap') return point;
    const { numerator: known, denominator: of } = cause;
    return known < LEAST_SHARE_WITH_CAUSE * of ? { kind: 'gap', week: point.week, withheld: { known, of } } : point;
  });
}
