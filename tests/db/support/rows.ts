import type { RecordValues } from '../../../server/records/types.ts';
import { at, by } from './world.ts';

/** Rows of tiny worlds, with what a case does not care about filled in. Dates are local days, or days with a time. */
export const order = (id: string, customer: string, ordered: string, more: RecordValues = {}): RecordValues => ({
  order_id: id,
  customer_id: customer,
  team_id: 'a',
  ordered_at: at(ordered),
  ...more,
});

/** `promised` is a date: its deadline is the end of that day. */
export const line = (
  id: string,
  orderId: string,
  promised: string,
  delivered: string | null,
  more: RecordValues = {},
): RecordValues => ({
  line_id: id,
  order_id: orderId,
  quantity_ordered: 2,
  promised_at: by(promised),
  delivered_at: delivered === null ? null : at(delivered),
  ...more,
});

export const claim = (id: string, customer: string, opened: string, more: RecordValues = {}): RecordValues => ({
  claim_id: id,
  customer_id: customer,
  team_id: 'a',
  opened_at: at(opened),
  ...more,
});

export const event = (
  id: string,
  claimId: string,
  type: string,
  when: string,
  actor: string | null = 'staff',
): RecordValues => ({ event_id: id, claim_id: claimId, type, at: at(when), actor });

export const message = (
  id: string,
  claimId: string,
  direction: 'inbound' | 'outbound',
  when: string,
  more: RecordValues = {},
): RecordValues => ({ contact_id: id, claim_id: claimId, direction, at: at(when), automated: 0, ...more });

export const cause = (id: string, parent: string | null, causeClass: string | null): RecordValues => ({
  cause_id: id,
  name: id,
  parent_cause_id: parent,
  class: causeClass,
});

export const customer = (id: string, mergedInto: string | null = null): RecordValues => ({
  customer_id: id,
  kind: 'external',
  merged_into: mergedInto,
});

/** Factors in the order compliance, disposition, staff, empathy, tangibles. */
export const evaluation = (
  id: string,
  customerId: string | null,
  answered: string,
  factors: ReadonlyArray<number | null>,
  more: RecordValues = {},
): RecordValues => {
  const [compliance = null, disposition = null, staff = null, empathy = null, tangibles = null] = factors;
  return {
    evaluation_id: id,
    post_id: 'survey',
    customer_id: customerId,
    team_id: 'a',
    answered_at: at(answered),
    compliance,
    disposition,
    staff,
    empathy,
    tangibles,
    ...more,
  };
};

export const post = (id: string, sampling: string | null): RecordValues => ({
  post_id: id,
  name: id,
  audience: 'external',
  sampling,
  scale_min: 0,
  scale_max: 10,
});

export const cost = (
  id: string,
  kind: string,
  amount: number,
  incurred: string,
  more: RecordValues = {},
): RecordValues => ({ cost_id: id, kind, amount, incurred_at: at(incurred), team_id: 'a', ...more });
