import type { Analysis } from './analysis-types.ts';
import type { Indicator } from './catalogue-types.ts';
import type { ForecastWeek } from './forecast.ts';
import type { Goal } from './goal.ts';
import type { JudgedStatus } from './status.ts';
import type { Series } from './series.ts';
import type { WeekNumber } from './week.ts';

/** What a route is read from: the goal, and what the scorecard's own measure says of the indicator in that scope. */
export type RouteInput = {
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly series: Series;
  /** Of the series up to `week` (`measure.analysis`). */
  readonly analysis: Analysis;
  /** The week in view; nothing after it is read. */
  readonly week: WeekNumber;
};

/** The newest judged figure of the route. */
export type RouteNow = {
  readonly week: WeekNumber;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
};

/** A route as far as it is travelled: everything that needs no simulation. All values in the unit that is shown. */
export type RouteSoFar = {
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly week: WeekNumber;
  /** null: no week up to the one in view has a figure. */
  readonly now: RouteNow | null;
  /** Where the plan is in the week of `now`; null without a baseline, or where `now` lies before it. */
  readonly planned: number | null;
  /** `now` minus plan, positive where it is ahead in the better direction; null where either is missing. */
  readonly ahead: number | null;
  /** Of the newest figure against the plan of its week (after the goal's date: against the target), by the rules of `status.ts`. */
  readonly status: JudgedStatus;
  /** Share of the way from baseline to target that is travelled: 0 at the start, 1 there, negative when moved away; null without both. */
  readonly travelled: number | null;
  /** Gain a week over the last 12 final weeks (least squares), in the figure's own direction; null under 8 of them with a figure. */
  readonly pace: number | null;
  /** Gain a week that is still needed: (target − now) / weeks left; null once there, once past the date, or without a figure. */
  readonly required: number | null;
  /** Final weeks in a row, up to the newest, that meet the target itself. */
  readonly holding: number;
};

export type Arrival =
  | {
      readonly kind: 'arrives';
      readonly week: WeekNumber;
      /** 8 in 10 simulated routes arrive between these; `to` null: more than one in ten not within the horizon. */
      readonly from: WeekNumber;
      readonly to: WeekNumber | null;
      /** Weeks after the goal's date; negative: early. */
      readonly late: number;
    }
  /** No arrival within the horizon in at least half of the simulated routes. `away`: it moves away from the goal. */
  | { readonly kind: 'none'; readonly away: boolean };

export type RouteForecast =
  | {
      readonly kind: 'given';
      /** From the week after `now` to the later of the goal's date and the arrival (within the horizon). */
      readonly weeks: readonly ForecastWeek[];
      /** Chance that the figure of the goal's week meets the target, 0..1; null once the date has passed. */
      readonly chance: number | null;
      readonly arrival: Arrival;
    }
  /** Fewer than 12 final weeks. `possibleFrom`: the week in which there will be enough, if none is missed. */
  | { readonly kind: 'declined'; readonly have: number; readonly need: number; readonly possibleFrom: WeekNumber };

/** What the route comes to, one of these and in this order of precedence; `routeSentence` puts it into words. */
export type RouteVerdict =
  | { readonly kind: 'no-figure' }
  | { readonly kind: 'no-start' }
  /** At the target: `weeks` final weeks in a row meet it. */
  | { readonly kind: 'there'; readonly weeks: number }
  | { readonly kind: 'too-few'; readonly possibleFrom: WeekNumber }
  /** Stable, and its limits exclude the target. */
  | { readonly kind: 'not-without-change' }
  | { readonly kind: 'away' }
  | { readonly kind: 'arrives'; readonly arrival: Extract<Arrival, { kind: 'arrives' }> }
  /** The right way, but not within the horizon. */
  | { readonly kind: 'out-of-sight' };
