import * as z from 'zod/mini';
import { PersonName, Reason } from './annotations.ts';
import { Id, Instant, IsoDate, IsoWeek } from './scalars.ts';

/** A figure in the unit that is shown, in a week. */
export const RoutePoint = z.object({ week: IsoWeek, value: z.number() });
export type RoutePoint = z.infer<typeof RoutePoint>;

const MOST_MILESTONES = 12;

/**
 * What a person writes of a goal. What a goal needs may be null here, so that the service can say why it is refused
 * (`bad-request` at the field, in the words of `goalProblems`: "specific and measurable"). Values are in the unit shown.
 */
export const GoalWords = z.object({
  indicator: Id,
  /** null: the whole organisation's. */
  team: z.nullable(Id),
  baseline: z.nullable(RoutePoint),
  target: z.nullable(z.number()),
  /** First week that is judged against the target; never one whose status was seen already. */
  from: z.nullable(IsoWeek),
  due: z.nullable(IsoDate),
  owner: z.nullable(z.string().check(z.maxLength(80))),
  /** Oldest first. */
  milestones: z.array(RoutePoint).check(z.maxLength(MOST_MILESTONES)),
});
export type GoalWords = z.infer<typeof GoalWords>;

/**
 * Body of `POST /api/goals`. The same id with the same content answers the goal as it stands; with other content it is
 * refused (`conflict` at `id`). Refused too where a goal of the same indicator and team runs already (`conflict` at
 * `indicator`: change or end that one), and where indicator or team are unknown (`not-found` at its field).
 */
export const NewGoal = z.object({
  /** Made by the writer, so that a request that is sent twice writes once. */
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/)),
  author: PersonName,
  words: GoalWords,
});
export type NewGoal = z.infer<typeof NewGoal>;

/**
 * Body of `PUT /api/goals/:id`: the whole goal as it shall be, the revision that it was written on (0 for an imported goal
 * that nobody has changed), and why. Refused where the revision has moved on (`conflict` at `revision`), where the goal
 * ended (`conflict` at `state`), where indicator or team differ (`conflict` at `words.indicator` or `words.team`: that is
 * another goal), and for any of `goalProblems` (`bad-request` at `words.FIELD`). A changed target names a new `from`.
 */
export const GoalChange = z.object({
  revision: z.int().check(z.minimum(0)),
  author: PersonName,
  reason: z.nullable(Reason),
  words: GoalWords,
});
export type GoalChange = z.infer<typeof GoalChange>;

/** Body of `POST /api/goals/:id/ending`. The target holds up to the latest complete week, and for no week after it. */
export const GoalEnding = z.object({ revision: z.int().check(z.minimum(0)), author: PersonName, reason: Reason });
export type GoalEnding = z.infer<typeof GoalEnding>;

/** A goal as it stands. Imported ones may lack baseline or owner until somebody says them. */
export const Goal = z.object({
  id: Id,
  indicator: Id,
  team: z.nullable(Id),
  baseline: z.nullable(RoutePoint),
  target: z.number(),
  from: IsoWeek,
  due: IsoDate,
  owner: z.nullable(z.string()),
  milestones: z.array(RoutePoint),
  state: z.enum(['running', 'ended']),
  /** First week in which it no longer held; null while it runs. */
  endedWeek: z.nullable(IsoWeek),
  /** `imported`: as its source gave it, until somebody changes it here. */
  origin: z.enum(['kept', 'imported']),
  /** Moves by one with every change; 0 for an imported goal that nobody has changed. */
  revision: z.int(),
  changedBy: z.nullable(z.string()),
  changedAt: z.nullable(Instant),
});
export type Goal = z.infer<typeof Goal>;

/** Query of `GET /api/goals`. `running`: those that have not ended. */
export const GoalsQuery = z.object({ state: z._default(z.enum(['running', 'all']), 'running') });
export type GoalsQuery = z.infer<typeof GoalsQuery>;

/** By indicator, team (the organisation first) and the week from which they are in force. */
export const Goals = z.object({
  goals: z.array(Goal),
  /** The first week whose status nobody has seen yet: a target enters force there at the earliest. */
  earliestFrom: IsoWeek,
});
export type Goals = z.infer<typeof Goals>;

/** Every version of a goal, oldest first. Revision 0 is what an import gave, where it was changed here. */
export const GoalVersions = z.object({
  versions: z.array(
    z.object({
      revision: z.int(),
      at: Instant,
      by: z.string(),
      what: z.enum(['set', 'changed', 'ended']),
      reason: z.nullable(z.string()),
      words: GoalWords,
    }),
  ),
});
export type GoalVersions = z.infer<typeof GoalVersions>;
