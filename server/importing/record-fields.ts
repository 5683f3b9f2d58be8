import type { RecordKind } from '../../src/domain/catalogue-types.ts';

/**
 * How a field of `records.md` becomes columns of its record table.
 * - `instant`: `x_at` and, where `day`/`week` name them, the local day and week beside it
 * - `deadline`: the same; a date without a time means the last millisecond of that local day
 * - `quantity`: a number that is not negative · `score`: a number on the post's scale, stored as 0..1
 */
export type FieldType =
  | { readonly is: 'id' }
  | { readonly is: 'text' }
  | { readonly is: 'number' }
  | { readonly is: 'quantity' }
  | { readonly is: 'whole' }
  | { readonly is: 'money' }
  | { readonly is: 'currency' }
  | { readonly is: 'flag' }
  | { readonly is: 'score' }
  | { readonly is: 'day' }
  | { readonly is: 'week' }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'instant'; readonly day?: string; readonly week?: string }
  | { readonly is: 'deadline'; readonly day?: string; readonly week?: string };

export type Field = {
  /** Name in `records.md`, and the column of an own file. */
  readonly name: string;
  /** Column of the record table. */
  readonly column: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Taken where the cell is empty. */
  readonly otherwise?: string;
  /** Something that has happened: it may not lie in the future without a warning. */
  readonly happened?: boolean;
};

export type KindFields = {
  readonly kind: RecordKind;
  /** Primary key. Kinds whose id is not required get one made by the writer. */
  readonly id: string;
  readonly fields: readonly Field[];
};

type Options = { required?: true; column?: string; otherwise?: string; happened?: true };
const field = (name: string, type: FieldType, { required, column, ...rest }: Options = {}): Field => ({
  name,
  column: column ?? name,
  type,
  required: required === true,
  ...rest,
});

const ID = { is: 'id' } as const;
const TEXT = { is: 'text' } as const;
const NUMBER = { is: 'number' } as const;
const MONEY = { is: 'money' } as const;
const FLAG = { is: 'flag' } as const;
const SCORE = { is: 'score' } as const;
const DAY = { is: 'day' } as const;
const INSTANT = { is: 'instant' } as const;
const oneOf = (...values: readonly string[]): FieldType => ({ is: 'enum', values });
const NEED = { required: true } as const;
const HAPPENED = { happened: true } as const;
const TEAM = { otherwise: 'unassigned' } as const;
const AT: FieldType = { is: 'instant', day: 'at_day', week: 'at_week' };

const DIMENSION = oneOf('quality', 'quantity', 'opportunity', 'price');
const COMPONENT = oneOf('product', 'procedures', 'facilities', 'systems', 'information', 'people');
const CAUSE_CLASS = oneOf('promise', 'attention', 'product', 'price', 'other');

const KINDS: readonly KindFields[] = [
  {
    kind: 'teams',
    id: 'team_id',
    fields: [field('team_id', ID, NEED), field('name', TEXT, NEED), field('parent_team_id', ID)],
  },
  {
    kind: 'customers',
    id: 'customer_id',
    fields: [
      field('customer_id', ID, NEED),
      field('name', TEXT),
      field('kind', oneOf('external', 'internal'), { otherwise: 'external' }),
      field('segment', TEXT),
      field('since', DAY, { column: 'since_day' }),
      field('left_at', DAY, { column: 'left_day' }),
      field('left_reason', TEXT),
      field('merged_into', ID),
    ],
  },
  {
    kind: 'orders',
    id: 'order_id',
    fields: [
      field('order_id', ID, NEED),
      field('customer_id', ID, NEED),
      field('team_id', ID, TEAM),
      field('ordered_at', { is: 'instant', day: 'ordered_day', week: 'ordered_week' }, { ...NEED, ...HAPPENED }),
      field('cancelled_at', INSTANT, HAPPENED),
      field('quoted_total', MONEY),
      field('invoiced_total', MONEY),
      field('currency', { is: 'currency' }),
    ],
  },
  {
    kind: 'order_lines',
    id: 'line_id',
    fields: [
      field('line_id', ID, NEED),
      field('order_id', ID, NEED),
      field('product', TEXT),
      field('quantity_ordered', { is: 'quantity' }, NEED),
      field('quantity_accepted', { is: 'quantity' }),
      field('list_price', MONEY),
      field('net_price', MONEY),
      field('promised_at', { is: 'deadline', day: 'promised_day', week: 'promised_week' }, NEED),
      field('delivered_at', { is: 'instant', day: 'delivered_day', week: 'delivered_week' }, HAPPENED),
      field('returned_at', { is: 'instant', day: 'returned_day' }, HAPPENED),
      field('delay_notified_at', INSTANT, HAPPENED),
    ],
  },
  {
    kind: 'causes',
    id: 'cause_id',
    fields: [
      field('cause_id', ID, NEED),
      field('name', TEXT, NEED),
      field('parent_cause_id', ID),
      field('class', CAUSE_CLASS),
      field('component', COMPONENT),
      field('link', oneOf('design', 'execution', 'feedback')),
      field('owner', TEXT),
    ],
  },
  {
    kind: 'claims',
    id: 'claim_id',
    fields: [
      field('claim_id', ID, NEED),
      field('customer_id', ID, NEED),
      field('order_id', ID),
      field('line_id', ID),
      field('team_id', ID, TEAM),
      field('cause_id', ID),
      field('severity', TEXT),
      field('channel', TEXT),
      field('opened_at', { is: 'instant', day: 'opened_day', week: 'opened_week' }, { ...NEED, ...HAPPENED }),
      field('acknowledge_by', { is: 'deadline', week: 'acknowledge_week' }),
      field('acknowledged_at', INSTANT, HAPPENED),
      field('resolve_by', { is: 'deadline', week: 'resolve_week' }),
      field('resolved_at', { is: 'instant', day: 'resolved_day', week: 'resolved_week' }, HAPPENED),
      field('duplicate_of', ID),
      field('needed_approval', FLAG),
    ],
  },
  {
    kind: 'claim_events',
    id: 'event_id',
    fields: [
      field('event_id', ID, NEED),
      field('claim_id', ID, NEED),
      field('type', oneOf('opened', 'answered', 'reopened', 'extended', 'resolved', 'closed'), NEED),
      field('at', AT, { ...NEED, ...HAPPENED }),
      field('actor', oneOf('customer', 'staff', 'system')),
      field('reason', TEXT),
    ],
  },
  {
    kind: 'contacts',
    id: 'contact_id',
    fields: [
      field('contact_id', ID, NEED),
      field('customer_id', ID),
      field('claim_id', ID),
      field('at', AT, { ...NEED, ...HAPPENED }),
      field('direction', oneOf('inbound', 'outbound'), NEED),
      field('automated', FLAG, { otherwise: 'no' }),
      field('intent', oneOf('chase', 'update', 'question', 'other')),
    ],
  },
  {
    kind: 'listening_posts',
    id: 'post_id',
    fields: [
      field('post_id', ID, NEED),
      field('name', TEXT, NEED),
      field('audience', oneOf('external', 'internal'), NEED),
      field('expression', oneOf('explicit', 'implicit')),
      field('route', oneOf('direct', 'indirect')),
      field('sampling', oneOf('random', 'event', 'open')),
      field('scale_min', NUMBER, NEED),
      field('scale_max', NUMBER, NEED),
    ],
  },
  {
    kind: 'evaluations',
    id: 'evaluation_id',
    fields: [
      field('evaluation_id', ID, NEED),
      field('post_id', ID, NEED),
      field('customer_id', ID),
      field('employee_id', ID),
      field('team_id', ID, TEAM),
      field('order_id', ID),
      field('invited_at', INSTANT, HAPPENED),
      field('answered_at', { is: 'instant', day: 'answered_day', week: 'answered_week' }, HAPPENED),
      ...['compliance', 'disposition', 'staff', 'empathy', 'tangibles', 'overall', 'price'].map((name) =>
        field(name, SCORE),
      ),
      field('comment', TEXT),
      field('actionable', FLAG),
    ],
  },
  {
    kind: 'costs',
    id: 'cost_id',
    fields: [
      field('cost_id', ID, NEED),
      field('kind', oneOf('refund', 'credit', 'replacement', 'labour', 'waste'), NEED),
      field('amount', MONEY, NEED),
      field('currency', { is: 'currency' }),
      field('incurred_at', { is: 'instant', day: 'incurred_day', week: 'incurred_week' }, { ...NEED, ...HAPPENED }),
      field('claim_id', ID),
      field('team_id', ID, TEAM),
      field('minutes', { is: 'quantity' }),
    ],
  },
  {
    kind: 'employees',
    id: 'employee_id',
    fields: [
      field('employee_id', ID, NEED),
      field('team_id', ID, TEAM),
      field('role', TEXT),
      field('hired', DAY, { column: 'hired_day' }),
      field('left', DAY, { column: 'left_day' }),
      field('voluntary', FLAG),
      field('equipped', FLAG),
      field('authorised', FLAG),
    ],
  },
  {
    kind: 'certifications',
    id: 'certification_id',
    fields: [
      field('certification_id', ID, NEED),
      field('employee_id', ID, NEED),
      field('role', TEXT),
      field('valid_from', DAY, { column: 'valid_from_day' }),
      field('valid_to', DAY, { column: 'valid_to_day' }),
    ],
  },
  {
    kind: 'vacancies',
    id: 'vacancy_id',
    fields: [
      field('vacancy_id', ID, NEED),
      field('role', TEXT),
      field('team_id', ID, TEAM),
      field('opened', DAY, { column: 'opened_day' }),
      field('filled', DAY, { column: 'filled_day' }),
      field('filled_by', ID),
    ],
  },
  {
    kind: 'recognitions',
    id: 'recognition_id',
    fields: [
      field('recognition_id', ID, NEED),
      field('employee_id', ID, NEED),
      field('at', DAY, { column: 'at_day' }),
      field('reason', TEXT),
    ],
  },
  {
    kind: 'improvements',
    id: 'improvement_id',
    fields: [
      field('improvement_id', ID, NEED),
      field('title', TEXT, NEED),
      field('origin', oneOf('planned', 'claim', 'feedback', 'overrun')),
      field('component', COMPONENT),
      field('cause_id', ID),
      field('owner', TEXT),
      field('proposed_at', INSTANT, HAPPENED),
      field('decided_at', INSTANT, HAPPENED),
      field('decision', TEXT),
      field('effective_at', { is: 'instant', day: 'effective_day' }),
      field('verified_at', INSTANT, HAPPENED),
      field('cost', MONEY),
    ],
  },
  {
    kind: 'loop_steps',
    id: 'step_id',
    fields: [
      field('step_id', ID),
      field('item_kind', oneOf('claim', 'evaluation'), NEED),
      field('item_id', ID, NEED),
      field('step', oneOf('read', 'routed', 'discussed', 'decided', 'acted', 'verified', 'told'), NEED),
      field('at', { is: 'instant', day: 'at_day' }, { ...NEED, ...HAPPENED }),
      field('by', TEXT, { column: 'by_whom' }),
    ],
  },
  {
    kind: 'goals',
    id: 'goal_id',
    fields: [
      field('goal_id', ID),
      field('indicator_id', ID, NEED),
      field('team_id', ID),
      field('baseline', NUMBER),
      field('target', NUMBER, NEED),
      field('from', { is: 'week' }, { ...NEED, column: 'from_week' }),
      field('due', DAY, { ...NEED, column: 'due_day' }),
      field('owner', TEXT),
    ],
  },
  {
    kind: 'annotations',
    id: 'annotation_id',
    fields: [
      field('annotation_id', ID),
      field('date', DAY, { ...NEED, column: 'day' }),
      field('text', TEXT, NEED),
      field('indicator_id', ID),
      field('team_id', ID),
      field('kind', oneOf('note', 'improvement', 'change'), { otherwise: 'note' }),
      field('author', TEXT),
      field('reason', TEXT),
    ],
  },
  {
    kind: 'indicators',
    id: 'indicator_id',
    fields: [
      field('indicator_id', ID, NEED),
      field('name', TEXT, NEED),
      field('dimension', DIMENSION, NEED),
      field('unit', oneOf('percent', 'per-1000', 'ratio', 'count'), NEED),
      field('better', oneOf('higher', 'lower', 'none'), NEED),
      field('decimals', { is: 'whole' }, { otherwise: '1' }),
      field('floor', NUMBER),
      field('pass', NUMBER),
      field('delight', NUMBER),
      field('lag_days', { is: 'whole' }, { otherwise: '0' }),
      field('definition', TEXT, NEED),
    ],
  },
  {
    kind: 'observations',
    id: 'observation_id',
    fields: [
      field('observation_id', ID),
      field('indicator_id', ID, NEED),
      field('team_id', ID, TEAM),
      field('week', { is: 'week' }, NEED),
      field('numerator', NUMBER, NEED),
      field('denominator', NUMBER, NEED),
    ],
  },
];

const byKind: ReadonlyMap<RecordKind, KindFields> = new Map(KINDS.map((kind) => [kind.kind, kind]));

/** The fields of a record kind, in the order of `records.md`. */
export const fieldsOf = (kind: RecordKind): KindFields => {
  const found = byKind.get(kind);
  if (found === undefined) throw new Error(`No fields for record kind ${kind}`);
  return found;
};

export const fieldOf = (kind: RecordKind, name: string): Field | undefined =>
  fieldsOf(kind).fields.find((candidate) => candidate.name === name);
