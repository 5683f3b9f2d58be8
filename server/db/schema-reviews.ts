/** Kysely's view of the tables of `migrations/0002-reviews.ts` (and later columns of minutes); instants, days and weeks as in `schema.ts`. */

/** A closed review; `scope` is the sorted JSON list of its team ids, `spent` and `frozen` JSON of the contract. */
export type ReviewsTable = {
  week: number;
  scope: string;
  closed_at: number;
  closed_by: string;
  spent: string;
  data_version: number;
  frozen: string;
};

/** The columns from `owner` on are null but for actions. */
export type MinutesTable = {
  minute_id: string;
  week: number;
  scope: string;
  kind: string;
  indicator_id: string | null;
  text: string;
  author: string;
  created_at: number;
  changed_by: string;
  changed_at: number;
  revision: number;
  owner: string | null;
  due_day: number | null;
  cause_id: string | null;
  improvement_id: string | null;
  state: string | null;
  state_at: number | null;
  state_by: string | null;
  expected: number | null;
  progress: string | null;
  removed_at: number | null;
};

/** `state`: stands or removed; `entry` is JSON of what the revision left. */
export type MinuteVersionsTable = {
  minute_id: string;
  revision: number;
  at: number;
  by_whom: string;
  state: string;
  entry: string;
};

/** `what`: added (by people alone) or withdrawn. */
export type AnnotationEventsTable = {
  annotation_id: string;
  what: string;
  at: number;
  by_whom: string;
  reason: string | null;
};
