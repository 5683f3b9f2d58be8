/**
 * The record tables of `records.md`, observations and their history.
 *
 * One SQL for SQLite and PostgreSQL. Time is whole numbers in the organisation's time zone, made at import:
 * `*_at` and `*_by` are epoch milliseconds (UTC instants), `*_day` local day numbers (1970-01-01 is 0),
 * `*_week` week numbers (`src/domain/week.ts`). A deadline given as a date is stored as the last millisecond of
 * that local day, so "kept" is always `done_at <= deadline`. Money is whole minor units. Booleans are 0/1.
 * Every raw record has `source_system`, `recorded_at`, `import_id` (the import that wrote this version) and `voided_at`;
 * its own id is its `source_id`. Rows without a team carry the team id `unassigned`.
 */
const RECORD = `
  source_system text not null,
  recorded_at bigint not null,
  import_id bigint not null,
  voided_at bigint`;

export const statements: readonly string[] = [
  `create table settings (key text primary key, value text not null)`,
  `create table imports (
    id bigint primary key, status text not null, dry_run integer not null, file_name text not null, file_hash text,
    source text not null, by_whom text not null, started_at bigint not null, ended_at bigint,
    report text not null)`,
  /* What a changed row was before: the undo restores it. A row that an import created has no entry here. */
  `create table import_changes (
    import_id bigint not null, kind text not null, record_id text not null,
    before_import_id bigint not null, before_row text not null,
    primary key (import_id, kind, record_id))`,
  `create index import_changes_record on import_changes (kind, record_id, import_id)`,
  `create index import_changes_before on import_changes (before_import_id)`,
  `create table coverage (
    import_id bigint not null, kind text not null, team_id text, from_day integer not null, to_day integer not null)`,
  `create index coverage_kind on coverage (kind, team_id, from_day)`,

  `create table teams (team_id text primary key, name text not null, parent_team_id text, ${RECORD})`,
  /* canonical_id follows merged_into to its end, so that a merged customer counts once. */
  `create table customers (
    customer_id text primary key, canonical_id text not null, name text, kind text not null, segment text,
    since_day integer, left_day integer, left_reason text, merged_into text, ${RECORD})`,
  `create index customers_canonical on customers (canonical_id)`,
  `create table orders (
    order_id text primary key, customer_id text not null, team_id text not null,
    ordered_at bigint not null, ordered_day integer not null, ordered_week integer not null,
    cancelled_at bigint, quoted_total bigint, invoiced_total bigint, currency text, ${RECORD})`,
  `create index orders_customer on orders (customer_id, ordered_week)`,
  `create index orders_week on orders (ordered_week)`,
  `create table order_lines (
    line_id text primary key, order_id text not null, product text,
    quantity_ordered double precision not null, quantity_accepted double precision,
    list_price bigint, net_price bigint,
    promised_at bigint not null, promised_day integer not null, promised_week integer not null,
    delivered_at bigint, delivered_day integer, delivered_week integer,
    returned_at bigint, returned_day integer, delay_notified_at bigint, ${RECORD})`,
  `create index order_lines_order on order_lines (order_id)`,
  `create index order_lines_promised on order_lines (promised_week)`,
  `create index order_lines_delivered on order_lines (delivered_week)`,
  `create table causes (
    cause_id text primary key, name text not null, parent_cause_id text, class text, component text, link text,
    owner text, ${RECORD})`,
  `create table claims (
    claim_id text primary key, customer_id text not null, order_id text, line_id text, team_id text not null,
    cause_id text, severity text, channel text,
    opened_at bigint not null, opened_day integer not null, opened_week integer not null,
    acknowledge_by bigint, acknowledge_week integer, acknowledged_at bigint,
    resolve_by bigint, resolve_week integer, resolved_at bigint, resolved_day integer, resolved_week integer,
    duplicate_of text, needed_approval integer, ${RECORD})`,
  `create index claims_customer on claims (customer_id, opened_at)`,
  `create index claims_order on claims (order_id)`,
  `create index claims_line on claims (line_id)`,
  `create index claims_opened on claims (opened_week)`,
  `create index claims_acknowledge on claims (acknowledge_week)`,
  `create index claims_resolve on claims (resolve_week)`,
  `create table claim_events (
    event_id text primary key, claim_id text not null, type text not null, at bigint not null,
    at_day integer not null, at_week integer not null, actor text, reason text, ${RECORD})`,
  `create index claim_events_claim on claim_events (claim_id, at)`,
  `create table contacts (
    contact_id text primary key, customer_id text, claim_id text, at bigint not null,
    at_day integer not null, at_week integer not null, direction text not null,
    automated integer not null, intent text, ${RECORD})`,
  `create index contacts_claim on contacts (claim_id, at)`,
  `create index contacts_week on contacts (at_week)`,
  `create table listening_posts (
    post_id text primary key, name text not null, audience text not null, expression text, route text, sampling text,
    scale_min double precision not null, scale_max double precision not null, ${RECORD})`,
  /* The factors are already rescaled to 0..1 from the post's own scale. */
  `create table evaluations (
    evaluation_id text primary key, post_id text not null, customer_id text, employee_id text, team_id text not null,
    order_id text, invited_at bigint, answered_at bigint, answered_day integer, answered_week integer,
    compliance double precision, disposition double precision, staff double precision, empathy double precision,
    tangibles double precision, overall double precision, price double precision,
    comment text, actionable integer, ${RECORD})`,
  `create index evaluations_customer on evaluations (customer_id, answered_at)`,
  `create index evaluations_week on evaluations (answered_week)`,
  `create index evaluations_order on evaluations (order_id)`,
  `create table costs (
    cost_id text primary key, kind text not null, amount bigint not null, currency text,
    incurred_at bigint not null, incurred_day integer not null, incurred_week integer not null,
    claim_id text, team_id text not null, minutes double precision, ${RECORD})`,
  `create index costs_week on costs (incurred_week)`,
  `create index costs_claim on costs (claim_id)`,
  `create table employees (employee_id text primary key, team_id text not null, role text, hired_day integer, left_day integer, voluntary integer, equipped integer, authorised integer, ${RECORD})`,
  `create table certifications (certification_id text primary key, employee_id text not null, role text, valid_from_day integer, valid_to_day integer, ${RECORD})`,
  `create table vacancies (vacancy_id text primary key, role text, team_id text not null, opened_day integer, filled_day integer, filled_by text, ${RECORD})`,
  `create table recognitions (recognition_id text primary key, employee_id text not null, at_day integer, reason text, ${RECORD})`,
  `create table improvements (
    improvement_id text primary key, title text not null, origin text, component text, cause_id text, owner text,
    proposed_at bigint, decided_at bigint, decision text, effective_at bigint, effective_day integer, verified_at bigint,
    cost bigint, ${RECORD})`,
  `create table loop_steps (
    step_id text primary key, item_kind text not null, item_id text not null, step text not null, at bigint not null,
    at_day integer not null, by_whom text, ${RECORD})`,
  /* A goal's target is in force from from_week. team_id null: the whole organisation. */
  `create table goals (
    goal_id text primary key, indicator_id text not null, team_id text, baseline double precision,
    target double precision not null, from_week integer not null, due_day integer not null, owner text, ${RECORD})`,
  `create table annotations (
    annotation_id text primary key, day integer not null, week integer not null, text text not null,
    indicator_id text, team_id text, kind text not null, author text, reason text, ${RECORD})`,
  `create table indicators (
    indicator_id text primary key, name text not null, dimension text not null, unit text not null, better text not null,
    decimals integer not null, floor double precision, pass double precision, delight double precision,
    lag_days integer not null, definition text not null, ${RECORD})`,
  /* Observations sent ready-made; the roll-up adds them to observations as it adds counted records. */
  `create table sent_observations (
    observation_id text primary key, indicator_id text not null, team_id text not null, week integer not null,
    numerator double precision not null, denominator double precision not null, ${RECORD})`,
  `create index sent_observations_bucket on sent_observations (indicator_id, team_id, week)`,

  /* Weekly sums; whole numbers (scaled, see numeratorScale) for computed indicators. A bucket of two zeros has no row. */
  `create table observations (
    indicator_id text not null, team_id text not null, week integer not null,
    numerator double precision not null, denominator double precision not null,
    primary key (indicator_id, team_id, week))`,
  `create table restatements (
    import_id bigint not null, indicator_id text not null, team_id text not null, week integer not null,
    was_numerator double precision not null, was_denominator double precision not null,
    now_numerator double precision not null, now_denominator double precision not null, at bigint not null,
    primary key (import_id, indicator_id, team_id, week))`,
  `create index restatements_week on restatements (week)`,
];
