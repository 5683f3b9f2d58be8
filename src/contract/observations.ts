import * as z from 'zod/mini';
import { ServiceError } from './errors.ts';
import { Id, Instant, IsoDate, IsoWeek, Sum } from './scalars.ts';

/** How many weeks an answer holds where the request names no `from`: four years and the week itself. */
export const DEFAULT_WEEKS = 209;

/**
 * Query of `GET /api/observations`. No team: the whole organisation. No indicator: every one that has data.
 *
 * `to` left out: the last week that has data of any indicator, a running week included. `from` left out: 208 weeks
 * before `to`. So the page's first request is known before any answer (`/api/observations`, or with the address's teams,
 * sorted: `/api/observations?team=a&team=b`), and the service can announce it as a preload beside the page itself.
 */
export const ObservationsQuery = z.object({
  team: z.array(Id),
  indicator: z.array(Id),
  from: z.optional(IsoWeek),
  to: z.optional(IsoWeek),
  /** `scope` (default): one series per indicator, summed over the teams and all below them. `team`: one per indicator and named team. */
  by: z._default(z.enum(['scope', 'team']), 'scope'),
});
export type ObservationsQuery = z.infer<typeof ObservationsQuery>;

/**
 * One columnar series. `numerators[i]` and `denominators[i]` belong to the week `from + i`.
 * `null` in both: the week is not covered (a gap), or lies beyond the data.
 * A week that is covered in part at the end of the data carries numbers; `coveredTo` tells that it is not whole.
 */
export const ObservedSeries = z.object({
  indicator: Id,
  /** null where the series is the whole scope's. */
  team: z.nullable(Id),
  numerators: z.array(Sum),
  denominators: z.array(Sum),
  /** Last day that the needed record kinds cover. */
  coveredTo: z.nullable(IsoDate),
});
export type ObservedSeries = z.infer<typeof ObservedSeries>;

/** A final week that changed: the figure as it first became final. What it is now stands in the series. */
export const Restatement = z.object({
  indicator: Id,
  team: z.nullable(Id),
  week: IsoWeek,
  wasNumerator: z.number(),
  wasDenominator: z.number(),
  /** The latest change, and the import that made it. */
  at: Instant,
  importId: z.nullable(z.int()),
});
export type Restatement = z.infer<typeof Restatement>;

/** A target that enters force in `from` and holds until a later one for the same indicator and scope. */
export const Target = z.object({
  indicator: Id,
  /** null: the organisation's, which holds for every team without one of its own. */
  team: z.nullable(Id),
  from: IsoWeek,
  /** Last week in which it holds, inclusive, where its goal was ended; null or left out: until a later one. */
  to: z.optional(z.nullable(IsoWeek)),
  value: z.number(),
  /** Who answers for it, where that was said. */
  owner: z.optional(z.nullable(z.string())),
});
export type Target = z.infer<typeof Target>;

/** Something that happened on a date. `change` marks a confirmed change of the process: limits start anew there. */
export const Annotation = z.object({
  id: Id,
  date: IsoDate,
  week: IsoWeek,
  text: z.string(),
  /** null: concerns every indicator. */
  indicator: z.nullable(Id),
  /** null: concerns every team. */
  team: z.nullable(Id),
  kind: z.enum(['note', 'improvement', 'change']),
  author: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type Annotation = z.infer<typeof Annotation>;

/** An indicator whose figures could not be answered; the others of the answer stand. */
export const IndicatorFailure = z.object({ indicator: Id, error: ServiceError });
export type IndicatorFailure = z.infer<typeof IndicatorFailure>;

/** All that the charts of one scope need, in one answer. */
export const Observations = z.object({
  dataVersion: z.int(),
  teams: z.array(Id),
  from: IsoWeek,
  /** Length of every array below. */
  weeks: z.int(),
  series: z.array(ObservedSeries),
  restatements: z.array(Restatement),
  targets: z.array(Target),
  annotations: z.array(Annotation),
  failures: z.optional(z.array(IndicatorFailure)),
});
export type Observations = z.infer<typeof Observations>;
