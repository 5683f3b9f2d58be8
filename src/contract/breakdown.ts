import * as z from 'zod/mini';
import { Component } from './improvements.ts';
import { Id, IsoDate, IsoWeek } from './scalars.ts';

/** Query of `GET /api/breakdown` and `GET /api/comments`. */
export const WeekQuery = z.object({ team: z.array(Id), week: IsoWeek });
export type WeekQuery = z.infer<typeof WeekQuery>;

/** `from`: the first week of several up to `week`, 53 at the most (`bad-request` at `from`); left out: `week` alone. */
export const BreakdownQuery = z.extend(WeekQuery, { indicator: Id, from: z.optional(IsoWeek) });
export type BreakdownQuery = z.infer<typeof BreakdownQuery>;

/**
 * What stood behind the cases that went wrong in a week or several: the misses of an indicator where higher is better, the hits of
 * one where lower is better. By their first cause, most frequent first; the counts add up to `cases`.
 */
export const Breakdown = z.object({
  indicator: Id,
  /**
   * First week, inclusive; `week` where one is asked for, and for a stock or look-back (`overWeeks: 'last'`), whose figure
   * over several weeks is that of the last one: summed, its cases would count anew in every week in which they stand.
   */
  from: IsoWeek,
  week: IsoWeek,
  /** Cases that went wrong. */
  cases: z.int(),
  /** "late orders", "claims": what the cases are called, in the plural. Empty: no case of it can go wrong (a grade, a mere count). */
  casesWords: z.string(),
  /** `cause` null: nobody named a cause for these, neither a claim nor the record itself. */
  causes: z.array(z.object({ cause: z.nullable(Id), name: z.string(), count: z.int() })),
  /**
   * The same cases by the component in which their first cause has to be removed, most frequent first. `component` null: no
   * cause is known, or none says its component.
   */
  components: z.array(z.object({ component: z.nullable(Component), count: z.int() })),
  /** How far the cases went wrong, where that can be measured (days late); null elsewhere. Bins in ascending order. */
  spread: z.nullable(
    z.object({
      name: z.string(),
      /** A sentence: "Median 1 day; 28 orders over 3 days". */
      note: z.string(),
      bins: z.array(z.object({ label: z.string(), count: z.int() })),
    }),
  ),
});
export type Breakdown = z.infer<typeof Breakdown>;

/** What customers wrote in a week: worst grade first, then newest; at most 50 of `total`. */
export const Comments = z.object({
  week: IsoWeek,
  total: z.int(),
  comments: z.array(
    z.object({
      id: Id,
      date: IsoDate,
      team: Id,
      text: z.string(),
      /** The customer's own overall grade, 0 to 10; null where none was given. */
      grade: z.nullable(z.number()),
      actionable: z.boolean(),
    }),
  ),
});
export type Comments = z.infer<typeof Comments>;

/** Causes and improvements that an action can be linked with, by name. */
export const Causes = z.object({
  causes: z.array(
    z.object({ id: Id, name: z.string(), parent: z.nullable(Id), component: z.optional(z.nullable(Component)) }),
  ),
  improvements: z.array(z.object({ id: Id, title: z.string(), effective: z.nullable(IsoDate) })),
});
export type Causes = z.infer<typeof Causes>;
