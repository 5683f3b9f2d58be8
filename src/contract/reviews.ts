import * as z from 'zod/mini';
import { PersonName } from './annotations.ts';
import { Catalogue } from './catalogue.ts';
import { Minute } from './minutes.ts';
import { Observations } from './observations.ts';
import { Id, Instant, IsoWeek } from './scalars.ts';
import { Team } from './teams.ts';

/** Sections of the agenda, in their order. */
export const REVIEW_SECTIONS = ['exceptions', 'since', 'outcomes', 'words', 'actions'] as const;
export type ReviewSection = (typeof REVIEW_SECTIONS)[number];

/** A review is that of a week and a scope; no team is the whole organisation. */
export const ReviewQuery = z.object({ team: z.array(Id) });
export type ReviewQuery = z.infer<typeof ReviewQuery>;

/** How an indicator was defined when the review was closed. */
export const FrozenDefinition = z.object({
  id: Id,
  name: z.string(),
  definition: z.string(),
  numeratorWords: z.string(),
  denominatorWords: z.string(),
  decimals: z.int(),
  lagDays: z.int(),
});
export type FrozenDefinition = z.infer<typeof FrozenDefinition>;

/** All that the figures of a closed review are read from, as it was: reading it by the domain gives what was seen. */
export const Frozen = z.object({
  /** The service's clock: it decides which weeks had settled. */
  now: Instant,
  dataVersion: z.int(),
  /** The weeks that the page read (`firstWeekRead` of the domain), up to the week of the review. */
  observations: Observations,
  catalogue: Catalogue,
  teams: z.array(Team),
  definitions: z.array(FrozenDefinition),
  /** Notes, decisions and actions of the review, and the actions carried into it, as they stood. */
  minutes: z.array(Minute),
  carried: z.array(Minute),
});
export type Frozen = z.infer<typeof Frozen>;

/** Whole minutes that a section took. */
const SpentMinutes = z.array(z.object({ section: z.enum(REVIEW_SECTIONS), minutes: z.int().check(z.minimum(0)) }));

/** The review of a week and scope. One that nobody has written in is open and empty. */
export const Review = z.object({
  week: IsoWeek,
  teams: z.array(Id),
  closed: z.nullable(z.object({ at: Instant, by: z.string(), spent: SpentMinutes })),
  /** Written in this review, oldest first. */
  minutes: z.array(Minute),
  /**
   * Actions of earlier weeks in the same scope: those still open, and those closed since this review's week began.
   * By week, then by due date.
   */
  carried: z.array(Minute),
  /** The newest earlier week whose review was closed in this scope. */
  previous: z.nullable(IsoWeek),
  frozen: z.nullable(Frozen),
});
export type Review = z.infer<typeof Review>;

/**
 * Body of `POST /api/reviews/:week/closing`. `dataVersion` is that of the figures on the screen: where the data has
 * moved on since, the closing is refused (`conflict` at `dataVersion`), so that what is kept is what was seen. Before that: `bad-request` at
 * `week` where its Sunday is not past, `conflict` at `state` where the review is closed already.
 */
export const Closing = z.object({ author: PersonName, dataVersion: z.int(), spent: SpentMinutes });
export type Closing = z.infer<typeof Closing>;

/** Closed reviews and those in which something written stands, of the scope that was asked for, newest week first. */
export const Reviews = z.object({
  reviews: z.array(
    z.object({
      week: IsoWeek,
      teams: z.array(Id),
      state: z.enum(['open', 'closed']),
      closedAt: z.nullable(Instant),
      minutes: z.int(),
    }),
  ),
});
export type Reviews = z.infer<typeof Reviews>;
