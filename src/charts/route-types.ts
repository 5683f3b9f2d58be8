import type { ForecastWeek } from '../domain/forecast.ts';
import type { WeekNumber } from '../domain/week.ts';

/** A week of the way travelled; null: no figure that counts, and why. */
export type RouteWeek = { readonly week: WeekNumber; readonly value: number | null; readonly why: string | null };

export type RouteMark = { readonly week: WeekNumber; readonly value: number };

/** What the gap between figure and plan is drawn in. */
export type RouteStatus = 'on' | 'watch' | 'act' | 'none';

/** All that the chart of a route draws. Words come ready; values are in the unit shown. */
export type RouteModel = {
  readonly indicator: string;
  /** "In full, Depot North: route to the goal". */
  readonly title: string;
  /** What the chart argues, in words. */
  readonly sentence: string;
  readonly locale: string;
  /** First and last week of the time axis, both inclusive; known before the forecast is. */
  readonly from: WeekNumber;
  readonly to: WeekNumber;
  readonly better: 'higher' | 'lower';
  /** Bounds that no figure leaves, such as 0 and 100; infinite where there is none. */
  readonly least: number;
  readonly most: number;
  /** Week by week up to the newest. */
  readonly travelled: readonly RouteWeek[];
  /** Planned route from start over milestones to goal; empty for a goal that says not where it starts. */
  readonly plan: readonly RouteMark[];
  readonly milestones: ReadonlyArray<RouteMark & { readonly text: string }>;
  readonly start: (RouteMark & { readonly text: string }) | null;
  readonly goal: {
    readonly value: number;
    readonly text: string;
    readonly week: WeekNumber;
    readonly dateText: string;
  };
  /** The newest figure: "93.1 %, week 46" and "0.5 pp behind". `planned`: the plan of its week. */
  readonly now:
    | (RouteMark & {
        readonly text: string;
        readonly note: string;
        readonly planned: number | null;
        readonly status: RouteStatus;
      })
    | null;
  /** Gain a week so far: how far ahead there must be room for a forecast that is still on its way. */
  readonly pace: number | null;
  /** Empty while it is simulated, or where there is none. */
  readonly forecast: readonly ForecastWeek[];
  readonly arrival: {
    readonly week: WeekNumber;
    readonly from: WeekNumber;
    readonly to: WeekNumber | null;
    readonly text: string;
    readonly note: string;
  } | null;
  readonly annotations: ReadonlyArray<{ readonly week: WeekNumber; readonly text: string }>;
  /** Where the plan is in a week; null before its start. */
  readonly plannedAt: (week: WeekNumber) => number | null;
  /** With its unit. */
  readonly formatValue: (value: number) => string;
  readonly formatTick: (value: number) => string;
  /** "0.5 pp behind the plan". */
  readonly againstPlan: (value: number, planned: number) => string;
};
