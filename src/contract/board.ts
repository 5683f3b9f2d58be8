import * as z from 'zod/mini';
import { Catalogue } from './catalogue.ts';
import { DisplayWords } from './displays.ts';
import { Goal } from './goals.ts';
import { Health } from './health.ts';
import { Annotation, Observations, Target } from './observations.ts';
import { Id, IsoDate, IsoWeek } from './scalars.ts';
import { Team } from './teams.ts';

/** Whose names a display may not know are no part of what it gets: the fields are not there. */
const BoardTarget = z.omit(Target, { owner: true });
const BoardAnnotation = z.omit(Annotation, { author: true, reason: true });
const BoardTeam = z.omit(Team, { lead: true });
const BoardGoal = z.omit(Goal, { owner: true, changedBy: true, changedAt: true });

/**
 * Figures as a display may have them. A week with too few cases (`sampleSize` of the domain) is null in both arrays, as a
 * gap is, and named in `withheld`; the domain judges such weeks nowhere, so limits, signals and status are the page's own.
 * What a week said before it was restated is left out: beside what it says now it tells sums of few cases. Indicators of staff
 * are left out. Text of annotations in which a name stands that Kept knows is left out with the annotation.
 */
export const BoardObservations = z.extend(
  z.omit(Observations, { targets: true, annotations: true, restatements: true }),
  {
    targets: z.array(BoardTarget),
    annotations: z.array(BoardAnnotation),
    withheld: z.array(z.object({ indicator: Id, team: z.nullable(Id), weeks: z.array(IsoWeek) })),
  },
);
export type BoardObservations = z.infer<typeof BoardObservations>;

/** A decision of the latest review, or an open action, without whoever took or owns it. */
export const BoardDue = z.object({
  kind: z.enum(['decision', 'action']),
  indicator: z.nullable(Id),
  /** null where a name stands in it that Kept knows: then its measure and date have to do. */
  text: z.nullable(z.string()),
  /** Of an action. */
  due: z.nullable(IsoDate),
  /** The review's week. */
  week: IsoWeek,
});
export type BoardDue = z.infer<typeof BoardDue>;

/**
 * All that a display shows, in one answer with an ETag of its content: `GET /api/wall/board`. Nothing in it says what time
 * it is; that is the beat's.
 */
export const Board = z.object({
  display: z.object({ id: Id, revision: z.int(), words: DisplayWords }),
  catalogue: Catalogue,
  teams: z.array(BoardTeam),
  health: z.pick(Health, {
    dataVersion: true,
    dataTo: true,
    latestWeek: true,
    firstWeek: true,
    pipelineRanAt: true,
    expectedAt: true,
    cadenceSeconds: true,
    empty: true,
    sample: true,
  }),
  observations: BoardObservations,
  /** Running goals of the scope: its own teams' and those directly below; for the whole organisation every team's. */
  goals: z.array(BoardGoal),
  /** One series for each goal's indicator and team (null team: whole organisation); null without goals. */
  goalObservations: z.nullable(BoardObservations),
  due: z.array(BoardDue),
});
export type Board = z.infer<typeof Board>;
