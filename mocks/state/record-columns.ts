import type { RecordKind } from '../../src/domain/catalogue-types.ts';

/** Columns that a row must have (`records.md`); the first ones that name the row are its identity. */
type Required = { readonly identity: readonly string[]; readonly required: readonly string[] };

const by = (identity: string, ...required: readonly string[]): Required => ({
  identity: [identity],
  required: [identity, ...required],
});

export const RECORD_COLUMNS: Readonly<Record<RecordKind, Required>> = {
  teams: by('team_id', 'name'),
  customers: by('customer_id'),
  orders: by('order_id', 'customer_id', 'ordered_at'),
  order_lines: by('line_id', 'order_id', 'quantity_ordered', 'promised_at'),
  causes: by('cause_id', 'name'),
  claims: by('claim_id', 'customer_id', 'opened_at'),
  claim_events: by('event_id', 'claim_id', 'type', 'at'),
  contacts: by('contact_id', 'at', 'direction'),
  listening_posts: by('post_id', 'name', 'audience', 'scale_min', 'scale_max'),
  evaluations: by('evaluation_id', 'post_id'),
  costs: by('cost_id', 'kind', 'amount', 'incurred_at'),
  employees: by('employee_id'),
  certifications: by('certification_id', 'employee_id'),
  vacancies: by('vacancy_id'),
  recognitions: by('recognition_id', 'employee_id'),
  improvements: by('improvement_id', 'title'),
  loop_steps: { identity: ['item_kind', 'item_id', 'step'], required: ['item_kind', 'item_id', 'step', 'at'] },
  goals: { identity: ['indicator_id', 'team_id', 'from'], required: ['indicator_id', 'target', 'from', 'due'] },
  annotations: by('annotation_id', 'date', 'text'),
  indicators: by('indicator_id', 'name', 'dimension', 'unit', 'better'),
  observations: {
    identity: ['indicator_id', 'team_id', 'week'],
    required: ['indicator_id', 'week', 'numerator', 'denominator'],
  },
};
