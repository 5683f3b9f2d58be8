import type { WeekNumber } from '../../src/domain/week.ts';
import type { WeekSpan } from './types.ts';

/** What was built into the sample company on purpose, so that tests know it and the page can be seen to show it. */
export type Planted = {
  /** Every week of the sample, both inclusive; orders are promised from the second week on in full strength. */
  readonly weeks: WeekSpan;
  /** A new carrier makes more orders of some teams late, from the first to the last of its weeks ever more. */
  readonly carrierChange: {
    readonly teams: readonly string[];
    readonly weeks: WeekSpan;
    /** Share of orders due that arrive late before the change. */
    readonly lateShareBefore: number;
    /** Added to that share in the first and in the last week, linear between them. */
    readonly addedFirstWeek: number;
    readonly addedLastWeek: number;
  };
  /** An improvement after which one cause is repeated half as often. */
  readonly fix: {
    readonly causeId: string;
    /** It takes effect on this week's Monday. */
    readonly week: WeekNumber;
    /** Repeats of the cause per week, before and after. */
    readonly repeatsPerWeekBefore: number;
    readonly repeatsPerWeekAfter: number;
  };
  /** One team delivers fewer orders in full after its stock was moved, and ever more from then on: a way to a goal. */
  readonly recovery: {
    readonly teamId: string;
    readonly weeks: WeekSpan;
    /** Added to the share of its orders that are short in the first and in the last week, linear between them. */
    readonly addedFirstWeek: number;
    readonly addedLastWeek: number;
  };
  /** An improvement after which the customers of one team grade compliance higher. */
  readonly training: { readonly teamId: string; readonly week: WeekNumber; readonly addedCompliance: number };
  /** A team whose weekly denominators stay under 10. */
  readonly smallTeam: { readonly teamId: string; readonly denominatorBelow: number };
  /** A week of which no import came: a gap, not a zero. */
  readonly gapWeek: WeekNumber;
  /** Orders due in a week that were held back and came when the week was long final. */
  readonly lateRows: {
    readonly teams: readonly string[];
    readonly week: WeekNumber;
    /** Of the orders held back, the most that arrived late and that arrived on time. */
    readonly lateOrders: number;
    readonly onTimeOrders: number;
    /** Index of the import that brings them. */
    readonly importIndex: number;
  };
  /** An annotated reminder with no effect: what a note without a signal looks like. */
  readonly reminder: { readonly week: WeekNumber };
};

/** Weeks of the sample: two years for the first 12-month retention, another for its own comparison, and one to spare. */
export const SAMPLE_WEEKS = 158;
/** The last weeks come one by one, as a weekly export would bring them. */
export const WEEKLY_IMPORTS = 5;

/**
 * @param lastWeek the last whole week before today
 */
export const plantedIn = (lastWeek: WeekNumber): Planted => ({
  weeks: { from: lastWeek - SAMPLE_WEEKS + 1, to: lastWeek },
  carrierChange: {
    teams: ['depot-north', 'depot-harbour', 'depot-hills'],
    weeks: { from: lastWeek - 9, to: lastWeek },
    lateShareBefore: 0.067,
    addedFirstWeek: 0.026,
    addedLastWeek: 0.046,
  },
  fix: { causeId: 'slot-not-kept', week: lastWeek - 8, repeatsPerWeekBefore: 2.7, repeatsPerWeekAfter: 1.3 },
  recovery: {
    teamId: 'depot-south',
    weeks: { from: lastWeek - 33, to: lastWeek },
    addedFirstWeek: 0.042,
    addedLastWeek: -0.02,
  },
  training: { teamId: 'depot-valley', week: lastWeek - 28, addedCompliance: 0.035 },
  smallTeam: { teamId: 'island-desk', denominatorBelow: 10 },
  gapWeek: lastWeek - 25,
  lateRows: {
    teams: ['depot-south', 'depot-valley'],
    week: lastWeek - 12,
    lateOrders: 18,
    onTimeOrders: 18,
    importIndex: 4,
  },
  reminder: { week: lastWeek - 31 },
});
