/**
 * Weekly reviews, what is written in them, and what people did to annotations.
 *
 * A review is keyed by week and scope: the JSON list of its team ids, sorted, `[]` for the whole organisation. It has a row
 * once it is closed; `frozen` (JSON, `Frozen` of the contract) is what was seen. A minute that was removed keeps its row
 * with `removed_at`, so that its id stays taken. `minute_versions.entry` is the whole entry as that revision left it.
 *
 * Annotations by people stand in `annotations` with the source system `kept` and the import 0, which no import has: an
 * undo takes none of them. A withdrawal is an event; the row of an imported annotation stays as its source gave it, so
 * that importing it again finds it unchanged and does not bring it back.
 */
export const statements: readonly string[] = [
  `create table reviews (
    week integer not null, scope text not null, closed_at bigint not null, closed_by text not null, spent text not null,
    data_version bigint not null, frozen text not null,
    primary key (week, scope))`,
  `create table minutes (
    minute_id text primary key, week integer not null, scope text not null, kind text not null, indicator_id text,
    text text not null, author text not null, created_at bigint not null, changed_by text not null,
    changed_at bigint not null, revision integer not null,
    owner text, due_day integer, cause_id text, improvement_id text, state text, state_at bigint, state_by text,
    removed_at bigint)`,
  `create index minutes_review on minutes (scope, week)`,
  `create index minutes_action on minutes (kind, state)`,
  `create table minute_versions (
    minute_id text not null, revision integer not null, at bigint not null, by_whom text not null, state text not null,
    entry text not null,
    primary key (minute_id, revision))`,
  `create table annotation_events (
    annotation_id text not null, what text not null, at bigint not null, by_whom text not null, reason text,
    primary key (annotation_id, what))`,
];
