import type { DayNumber, WeekNumber } from './week.ts';

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
  | { readonly kind: 'gap'; readonly week: WeekNumber }
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
