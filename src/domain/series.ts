import { mondayOf, sundayOf, type DayNumber, type WeekNumber } from './week.ts';

/**
 * One week of one indicator in one scope. A union, so that no caller can take a missing week for a zero
 * or a running week for a finished one.
 *
 * - `gap`: no import covered the week.
 * - `current`: data covers only part of the week (or the week has not ended); drawn hollow, judged by nothing.
 * - `immature`: the week is covered, but its outcome needs more days; it counts from `settlesOn` (first day on which it counts).
 * - `settling`: complete, ended fewer than 7 days ago (after its lag); judged, and may still move.
 * - `final`: complete and past its settling time.
 */
export type SeriesPoint =
  | {
      readonly kind: 'gap';
      readonly week: WeekNumber;
      /** Set where the week is covered and the figure withheld: `known` of `of` cases carry what the figure needs. */
      readonly withheld?: { readonly known: number; readonly of: number };
    }
  | {
      readonly kind: 'current';
      readonly week: WeekNumber;
      readonly numerator: number;
      readonly denominator: number;
      /** Days of the week that data covers, 0..7. */
      readonly coveredDays: number;
    }
  | {
      readonly kind: 'immature';
      readonly week: WeekNumber;
      readonly numerator: number;
      readonly denominator: number;
      readonly settlesOn: DayNumber;
    }
  | {
      readonly kind: 'settling';
      readonly week: WeekNumber;
      readonly numerator: number;
      readonly denominator: number;
      /** Last day on which the figure is still marked as settling. */
      readonly settlingUntil: DayNumber;
    }
  | { readonly kind: 'final'; readonly week: WeekNumber; readonly numerator: number; readonly denominator: number };

/** Consecutive weeks of one indicator in one scope, oldest first, no week left out. */
export type Series = readonly SeriesPoint[];

/** Days after its end (and lag) in which a week still is marked as settling; then it is final, and a change restates it. */
export const SETTLING_DAYS = 7;

/** What the service answers for one indicator in one scope, in domain numbers. */
export type SeriesInput = {
  readonly from: WeekNumber;
  /** By week from `from` on; null in either: not covered. */
  readonly numerators: ReadonlyArray<number | null>;
  readonly denominators: ReadonlyArray<number | null>;
  /** Last day covered, inclusive; null where nothing is. */
  readonly coveredTo: DayNumber | null;
  readonly lagDays: number;
  /** Local date of the organisation. */
  readonly today: DayNumber;
};

/**
 * Turns columns into points that say how they stand in time.
 * A week counts once it has ended, is covered to its end, and both the calendar and the data are `lagDays` past it:
 * with data that stops on a Sunday, an indicator with a lag of 7 days has its latest week one week earlier.
 */
export function buildSeries(input: SeriesInput): Series {
  const points: SeriesPoint[] = [];
  const { coveredTo, lagDays, today } = input;
  for (const [index, numerator] of input.numerators.entries()) {
    const week = input.from + index;
    const denominator = input.denominators[index] ?? null;
    const monday = mondayOf(week);
    if (numerator === null || denominator === null || coveredTo === null || coveredTo < monday) {
      points.push({ kind: 'gap', week });
      continue;
    }
    const sunday = sundayOf(week);
    const matureOn = sunday + lagDays;
    const settlingUntil = matureOn + SETTLING_DAYS;
    if (coveredTo < sunday || today <= sunday) {
      const coveredDays = Math.min(coveredTo - monday + 1, 7);
      points.push({ kind: 'current', week, numerator, denominator, coveredDays });
    } else if (today <= matureOn || coveredTo < matureOn) {
      points.push({ kind: 'immature', week, numerator, denominator, settlesOn: matureOn + 1 });
    } else if (today <= settlingUntil) {
      points.push({ kind: 'settling', week, numerator, denominator, settlingUntil });
    } else {
      points.push({ kind: 'final', week, numerator, denominator });
    }
  }
  return points;
}

/** A point that is judged: complete, settling or final. */
export type JudgedPoint = Extract<SeriesPoint, { kind: 'settling' | 'final' }>;

export function isJudged(point: SeriesPoint): point is JudgedPoint {
  return point.kind === 'settling' || point.kind === 'final';
}

/** The newest judged point, at `atWeek` or before where it is given; null where there is none. */
export function latestJudged(series: Series, atWeek?: WeekNumber): JudgedPoint | null {
  return (
    series.findLast((point): point is JudgedPoint => isJudged(point) && point.week <= (atWeek ?? Infinity)) ?? null
  );
}

/** The point of a week; null outside the series. Weeks are consecutive, so it is found by its place. */
export function pointAt(series: Series, week: WeekNumber): SeriesPoint | null {
  const first = series[0];
  return first ? (series[week - first.week] ?? null) : null;
}
