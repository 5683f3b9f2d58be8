import type { DisplaysTable, DisplayTokensTable, PairingsTable } from './schema-displays.ts';
import type { GoalVersionsTable, ImprovementVersionsTable } from './schema-goals.ts';
import type {
  ApiKeysTable,
  AuditTable,
  CredentialsTable,
  IdentitiesTable,
  InvitationsTable,
  PeopleTable,
  SessionsTable,
} from './schema-people.ts';
import type { AnnotationEventsTable, MinutesTable, MinuteVersionsTable, ReviewsTable } from './schema-reviews.ts';

/**
 * Kysely's view of the tables in `migrations/`. Instants are epoch milliseconds, days and weeks the numbers of
 * `src/domain/week.ts`, money whole minor units, booleans 0/1.
 */
type Flag = 0 | 1;

/** What every raw record carries. */
type RecordColumns = { source_system: string; recorded_at: number; import_id: number; voided_at: number | null };

export type SettingsTable = { key: string; value: string };

export type ImportsTable = {
  id: number;
  status: string;
  dry_run: Flag;
  file_name: string;
  file_hash: string | null;
  source: string;
  by_whom: string;
  started_at: number;
  ended_at: number | null;
  report: string;
};

export type ImportChangesTable = {
  import_id: number;
  kind: string;
  record_id: string;
  before_import_id: number;
  before_row: string;
};

export type CoverageTable = {
  import_id: number;
  kind: string;
  team_id: string | null;
  from_day: number;
  to_day: number;
};

export type TeamsTable = {
  team_id: string;
  name: string;
  parent_team_id: string | null;
  lead: string | null;
} & RecordColumns;

export type CustomersTable = {
  customer_id: string;
  canonical_id: string;
  name: string | null;
  kind: string;
  segment: string | null;
  since_day: number | null;
  left_day: number | null;
  left_reason: string | null;
  merged_into: string | null;
} & RecordColumns;

export type OrdersTable = {
  order_id: string;
  customer_id: string;
  team_id: string;
  ordered_at: number;
  ordered_day: number;
  ordered_week: number;
  cancelled_at: number | null;
  quoted_total: number | null;
  invoiced_total: number | null;
  currency: string | null;
} & RecordColumns;

export type OrderLinesTable = {
  line_id: string;
  order_id: string;
  product: string | null;
  quantity_ordered: number;
  quantity_accepted: number | null;
  list_price: number | null;
  net_price: number | null;
  promised_at: number;
  promised_day: number;
  promised_week: number;
  delivered_at: number | null;
  delivered_day: number | null;
  delivered_week: number | null;
  returned_at: number | null;
  returned_day: number | null;
  delay_notified_at: number | null;
  cause_id: string | null;
} & RecordColumns;

export type CausesTable = {
  cause_id: string;
  name: string;
  parent_cause_id: string | null;
  class: string | null;
  component: string | null;
  link: string | null;
  owner: string | null;
} & RecordColumns;

export type ClaimsTable = {
  claim_id: string;
  customer_id: string;
  order_id: string | null;
  line_id: string | null;
  team_id: string;
  cause_id: string | null;
  severity: string | null;
  channel: string | null;
  opened_at: number;
  opened_day: number;
  opened_week: number;
  acknowledge_by: number | null;
  acknowledge_week: number | null;
  acknowledged_at: number | null;
  resolve_by: number | null;
  resolve_week: number | null;
  resolved_at: number | null;
  resolved_day: number | null;
  resolved_week: number | null;
  duplicate_of: string | null;
  needed_approval: Flag | null;
} & RecordColumns;

export type ClaimEventsTable = {
  event_id: string;
  claim_id: string;
  type: string;
  at: number;
  at_day: number;
  at_week: number;
  actor: string | null;
  reason: string | null;
} & RecordColumns;

export type ContactsTable = {
  contact_id: string;
  customer_id: string | null;
  claim_id: string | null;
  at: number;
  at_day: number;
  at_week: number;
  direction: string;
  automated: Flag;
  intent: string | null;
} & RecordColumns;

export type ListeningPostsTable = {
  post_id: string;
  name: string;
  audience: string;
  expression: string | null;
  route: string | null;
  sampling: string | null;
  scale_min: number;
  scale_max: number;
} & RecordColumns;

export type EvaluationsTable = {
  evaluation_id: string;
  post_id: string;
  customer_id: string | null;
  employee_id: string | null;
  team_id: string;
  order_id: string | null;
  invited_at: number | null;
  answered_at: number | null;
  answered_day: number | null;
  answered_week: number | null;
  compliance: number | null;
  disposition: number | null;
  staff: number | null;
  empathy: number | null;
  tangibles: number | null;
  overall: number | null;
  price: number | null;
  comment: string | null;
  actionable: Flag | null;
} & RecordColumns;

export type CostsTable = {
  cost_id: string;
  kind: string;
  amount: number;
  currency: string | null;
  incurred_at: number;
  incurred_day: number;
  incurred_week: number;
  claim_id: string | null;
  team_id: string;
  minutes: number | null;
} & RecordColumns;

export type ImprovementsTable = {
  improvement_id: string;
  title: string;
  origin: string | null;
  component: string | null;
  cause_id: string | null;
  owner: string | null;
  proposed_at: number | null;
  decided_at: number | null;
  decision: string | null;
  effective_at: number | null;
  effective_day: number | null;
  verified_at: number | null;
  cost: number | null;
  indicator_id: string | null;
  team_id: string | null;
} & RecordColumns;

export type GoalsTable = {
  goal_id: string;
  indicator_id: string;
  team_id: string | null;
  baseline: number | null;
  baseline_week: number | null;
  target: number;
  from_week: number;
  due_day: number;
  owner: string | null;
} & RecordColumns;

export type AnnotationsTable = {
  annotation_id: string;
  day: number;
  week: number;
  text: string;
  indicator_id: string | null;
  team_id: string | null;
  kind: string;
  author: string | null;
  reason: string | null;
} & RecordColumns;

export type IndicatorsTable = {
  indicator_id: string;
  name: string;
  dimension: string;
  unit: string;
  better: string;
  decimals: number;
  floor: number | null;
  pass: number | null;
  delight: number | null;
  lag_days: number;
  definition: string;
} & RecordColumns;

export type SentObservationsTable = {
  observation_id: string;
  indicator_id: string;
  team_id: string;
  week: number;
  numerator: number;
  denominator: number;
} & RecordColumns;

export type ObservationsTable = {
  indicator_id: string;
  team_id: string;
  week: number;
  numerator: number;
  denominator: number;
};

export type RestatementsTable = {
  import_id: number;
  indicator_id: string;
  team_id: string;
  week: number;
  was_numerator: number;
  was_denominator: number;
  now_numerator: number;
  now_denominator: number;
  at: number;
};

export type EmployeesTable = {
  employee_id: string;
  team_id: string;
  role: string | null;
  hired_day: number | null;
  left_day: number | null;
  voluntary: Flag | null;
  equipped: Flag | null;
  authorised: Flag | null;
} & RecordColumns;

export type CertificationsTable = {
  certification_id: string;
  employee_id: string;
  role: string | null;
  valid_from_day: number | null;
  valid_to_day: number | null;
} & RecordColumns;

export type VacanciesTable = {
  vacancy_id: string;
  role: string | null;
  team_id: string;
  opened_day: number | null;
  filled_day: number | null;
  filled_by: string | null;
} & RecordColumns;

export type RecognitionsTable = {
  recognition_id: string;
  employee_id: string;
  at_day: number | null;
  reason: string | null;
} & RecordColumns;

export type LoopStepsTable = {
  step_id: string;
  item_kind: string;
  item_id: string;
  step: string;
  at: number;
  at_day: number;
  by_whom: string | null;
} & RecordColumns;

export type Schema = {
  settings: SettingsTable;
  imports: ImportsTable;
  import_changes: ImportChangesTable;
  coverage: CoverageTable;
  teams: TeamsTable;
  customers: CustomersTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  causes: CausesTable;
  claims: ClaimsTable;
  claim_events: ClaimEventsTable;
  contacts: ContactsTable;
  listening_posts: ListeningPostsTable;
  evaluations: EvaluationsTable;
  costs: CostsTable;
  employees: EmployeesTable;
  certifications: CertificationsTable;
  vacancies: VacanciesTable;
  recognitions: RecognitionsTable;
  improvements: ImprovementsTable;
  loop_steps: LoopStepsTable;
  goals: GoalsTable;
  annotations: AnnotationsTable;
  indicators: IndicatorsTable;
  sent_observations: SentObservationsTable;
  observations: ObservationsTable;
  restatements: RestatementsTable;
  reviews: ReviewsTable;
  minutes: MinutesTable;
  minute_versions: MinuteVersionsTable;
  annotation_events: AnnotationEventsTable;
  goal_versions: GoalVersionsTable;
  improvement_versions: ImprovementVersionsTable;
  people: PeopleTable;
  credentials: CredentialsTable;
  identities: IdentitiesTable;
  sessions: SessionsTable;
  invitations: InvitationsTable;
  api_keys: ApiKeysTable;
  audit: AuditTable;
  displays: DisplaysTable;
  display_tokens: DisplayTokensTable;
  pairings: PairingsTable;
};
