/**
 * Goals and improvements that people keep here.
 *
 * `goal_versions` lies over `goals`: a goal that a person set has versions alone, from revision 1; an imported one that a
 * person changed has what the import gave as revision 0 and the change as revision 1. As it stands is its newest version,
 * else the imported row; no import and no undo touches a version. `entry` is JSON of the contract's `GoalWords`;
 * `open_week` the first week whose status nobody had seen when it was written: an ending holds from it on, and a target
 * that had not begun by then never counts (docs/decisions/0015-goals-as-versions.md).
 *
 * Improvements by people stand in `improvements` with the source system `kept` and the import 0, as annotations do; their
 * history is in `improvement_versions`.
 */
export const statements: readonly string[] = [
  `create table goal_versions (
    goal_id text not null, revision integer not null, at bigint not null, by_whom text not null, what text not null,
    reason text, open_week integer not null, entry text not null,
    primary key (goal_id, revision))`,
  `create table improvement_versions (
    improvement_id text not null, revision integer not null, at bigint not null, by_whom text not null,
    what text not null, reason text, entry text not null,
    primary key (improvement_id, revision))`,
  `alter table teams add column lead text`,
  `alter table goals add column baseline_week integer`,
  `alter table improvements add column indicator_id text`,
  `alter table improvements add column team_id text`,
  `alter table minutes add column expected double precision`,
  `alter table minutes add column progress text`,
];
