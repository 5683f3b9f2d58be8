import type { RecordKind } from '../../src/domain/catalogue-types.ts';

/** An instant column and the columns of its local day and week, which are derived from it. */
export type DerivedTime = { readonly at: string; readonly day?: string; readonly week?: string };

export type RecordTable = {
  readonly table: string;
  readonly id: string;
  /** Every column but the provenance, the id first. */
  readonly columns: readonly string[];
  readonly times: readonly DerivedTime[];
  /** Makes the id of kinds whose rows need not carry one. */
  readonly idOf?: readonly string[];
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const define = (
  table: string,
  columns: string,
  times: readonly DerivedTime[] = [],
  idOf?: readonly string[],
): RecordTable => {
  const names = words(columns);
  return { table, id: names[0] ?? '', columns: names, times, ...(idOf === undefined ? {} : { idOf }) };
};

/** The tables of the record kinds (`server/db/migrations/0001-records.ts`); a test holds them against the database. */
export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = {
  teams: define('teams', 'team_id name parent_team_id lead'),
  customers: define(
    'customers',
    'customer_id canonical_id name kind segment since_day left_day left_reason merged_into',
  ),
  orders: define(
    'orders',
    `order_id customer_id team_id ordered_at ordered_day ordered_week cancelled_at quoted_total invoiced_total currency`,
    [{ at: 'ordered_at', day: 'ordered_day', week: 'ordered_week' }],
  ),
  order_lines: define(
    'order_lines',
    `line_id order_id product quantity_ordered quantity_accepted list_price net_price
     promised_at promised_day promised_week delivered_at delivered_day delivered_week returned_at returned_day
     delay_notified_at cause_id`,
    [
      { at: 'promised_at', day: 'promised_day', week: 'promised_week' },
      { at: 'delivered_at', day: 'delivered_day', week: 'delivered_week' },
      { at: 'returned_at', day: 'returned_day' },
    ],
  ),
  causes: define('causes', 'cause_id name parent_cause_id class component link owner'),
  claims: define(
    'claims',
    `claim_id customer_id order_id line_id team_id cause_id severity channel opened_at opened_day opened_week
     acknowledge_by acknowledge_week acknowledged_at resolve_by resolve_week resolved_at resolved_day resolved_week
     duplicate_of needed_approval`,
    [
      { at: 'opened_at', day: 'opened_day', week: 'opened_week' },
      { at: 'acknowledge_by', week: 'acknowledge_week' },
      { at: 'resolve_by', week: 'resolve_week' },
      { at: 'resolved_at', day: 'resolved_day', week: 'resolved_week' },
    ],
  ),
  claim_events: define('claim_events', 'event_id claim_id type at at_day at_week actor reason', [
    { at: 'at', day: 'at_day', week: 'at_week' },
  ]),
  contacts: define('contacts', 'contact_id customer_id claim_id at at_day at_week direction automated intent', [
    { at: 'at', day: 'at_day', week: 'at_week' },
  ]),
  listening_posts: define('listening_posts', 'post_id name audience expression route sampling scale_min scale_max'),
  evaluations: define(
    'evaluations',
    `evaluation_id post_id customer_id employee_id team_id order_id invited_at answered_at answered_day answered_week
     compliance disposition staff empathy tangibles overall price comment actionable`,
    [{ at: 'answered_at', day: 'answered_day', week: 'answered_week' }],
  ),
  costs: define(
    'costs',
    'cost_id kind amount currency incurred_at incurred_day incurred_week claim_id team_id minutes',
    [{ at: 'incurred_at', day: 'incurred_day', week: 'incurred_week' }],
  ),
  employees: define('employees', 'employee_id team_id role hired_day left_day voluntary equipped authorised'),
  certifications: define('certifications', 'certification_id employee_id role valid_from_day valid_to_day'),
  vacancies: define('vacancies', 'vacancy_id role team_id opened_day filled_day filled_by'),
  recognitions: define('recognitions', 'recognition_id employee_id at_day reason'),
  improvements: define(
    'improvements',
    `improvement_id title origin component cause_id owner proposed_at decided_at decision effective_at effective_day
     verified_at cost indicator_id team_id`,
    [{ at: 'effective_at', day: 'effective_day' }],
  ),
  loop_steps: define(
    'loop_steps',
    'step_id item_kind item_id step at at_day by_whom',
    [{ at: 'at', day: 'at_day' }],
    ['item_kind', 'item_id', 'step'],
  ),
  goals: define(
    'goals',
    'goal_id indicator_id team_id baseline target from_week due_day owner baseline_week',
    [],
    ['indicator_id', 'team_id', 'from_week'],
  ),
  annotations: define(
    'annotations',
    'annotation_id day week text indicator_id team_id kind author reason',
    [],
    ['day', 'indicator_id', 'team_id', 'text'],
  ),
  indicators: define(
    'indicators',
    'indicator_id name dimension unit better decimals floor pass delight lag_days definition',
  ),
  observations: define(
    'sent_observations',
    'observation_id indicator_id team_id week numerator denominator',
    [],
    ['indicator_id', 'team_id', 'week'],
  ),
};

/** Provenance that the writer adds to every row. */
export const PROVENANCE = ['source_system', 'recorded_at', 'import_id', 'voided_at'] as const;

/** Columns that say something about the record itself: a difference in one of them is a change. */
export const dataColumns = (kind: RecordKind): readonly string[] => [
  ...RECORD_TABLES[kind].columns.filter((column) => column !== RECORD_TABLES[kind].id && column !== 'canonical_id'),
  'voided_at',
];
