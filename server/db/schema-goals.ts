/** Kysely's view of the tables of `migrations/0003-goals.ts`; instants and weeks as in `schema.ts`. */

/** `what`: set, changed or ended; `entry` is JSON of the contract's `GoalWords`. */
export type GoalVersionsTable = {
  goal_id: string;
  revision: number;
  at: number;
  by_whom: string;
  what: string;
  reason: string | null;
  /** The first week whose status nobody had seen when it was written. */
  open_week: number;
  entry: string;
};

/** `what`: added, changed or withdrawn; `entry` is JSON of the contract's `ImprovementWords`. */
export type ImprovementVersionsTable = {
  improvement_id: string;
  revision: number;
  at: number;
  by_whom: string;
  what: string;
  reason: string | null;
  entry: string;
};
