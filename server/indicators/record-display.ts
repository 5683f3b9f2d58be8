import type { Records } from '../../src/contract/records.ts';
import type { Base } from './base.ts';

export type Column = Records['columns'][number];

/** How the records of a kind are shown beside what they add: columns, and SQL for them by the record's id. */
export type RecordDisplay = {
  readonly columns: readonly Column[];
  /** SQL that yields `record_id` and the columns by their ids, for the ids in `ids` (SQL list). Instants in epoch ms, days as numbers. */
  readonly sql: (ids: string) => string;
};

const column = (id: string, name: string, type: Column['type']): Column => ({ id, name, type });

const CUSTOMER = column('customer', 'Customer', 'text');
const ORDER = column('order', 'Order', 'text');
const CAUSE = column('cause', 'Cause', 'text');

export type DisplayKind = Base['records'] | 'observations';

/** Every table of a base's records; the first column is the record's own id. */
export const RECORD_DISPLAYS: Readonly<Record<DisplayKind, RecordDisplay>> = {
  orders: {
    columns: [
      ORDER,
      CUSTOMER,
      column('ordered', 'Ordered', 'date'),
      column('quoted', 'Quoted', 'money'),
      column('invoiced', 'Invoiced', 'money'),
    ],
    sql: (ids) => `select o.order_id as record_id, o.order_id as "order", o.customer_id as customer,
        o.ordered_day as ordered, o.quoted_total as quoted, o.invoiced_total as invoiced
      from orders o where o.order_id in (${ids})`,
  },
  order_lines: {
    columns: [
      column('line', 'Line', 'text'),
      ORDER,
      column('product', 'Product', 'text'),
      column('quantity_ordered', 'Ordered', 'number'),
      column('quantity_accepted', 'Accepted', 'number'),
      column('promised', 'Promised', 'date'),
      column('delivered', 'Delivered', 'date'),
      column('list', 'List price', 'money'),
      column('net', 'Net price', 'money'),
    ],
    sql: (ids) => `select l.line_id as record_id, l.line_id as line, l.order_id as "order", l.product as product,
        l.quantity_ordered as quantity_ordered, l.quantity_accepted as quantity_accepted,
        l.promised_day as promised, l.delivered_day as delivered, l.list_price as list, l.net_price as net
      from order_lines l where l.line_id in (${ids})`,
  },
  claims: {
    columns: [
      column('claim', 'Claim', 'text'),
      CUSTOMER,
      ORDER,
      CAUSE,
      column('opened', 'Opened', 'instant'),
      column('acknowledge_by', 'Answer by', 'instant'),
      column('resolve_by', 'Resolve by', 'instant'),
      column('resolved', 'Resolved', 'instant'),
    ],
    sql: (
      ids,
    ) => `select c.claim_id as record_id, c.claim_id as claim, c.customer_id as customer, c.order_id as "order",
        coalesce(k.name, c.cause_id) as cause, c.opened_at as opened, c.acknowledge_by as acknowledge_by,
        c.resolve_by as resolve_by, c.resolved_at as resolved
      from claims c left join causes k on k.cause_id = c.cause_id where c.claim_id in (${ids})`,
  },
  customers: {
    columns: [
      CUSTOMER,
      column('name', 'Name', 'text'),
      column('segment', 'Segment', 'text'),
      column('last_order', 'Last order', 'date'),
    ],
    sql: (ids) => `select i.customer_id as record_id, i.customer_id as customer, max(u.name) as name,
        max(u.segment) as segment, max(o.ordered_day) as last_order
      from (
        select c.canonical_id as customer_id, c.customer_id as own_id from customers c where c.canonical_id in (${ids})
        union select o.customer_id, o.customer_id from orders o where o.customer_id in (${ids})
        union select m.customer_id, m.customer_id from claims m where m.customer_id in (${ids})) i
      left join customers u on u.customer_id = i.customer_id
      left join orders o on o.customer_id = i.own_id and o.voided_at is null and o.cancelled_at is null
      where i.customer_id in (${ids}) group by i.customer_id`,
  },
  evaluations: {
    columns: [
      column('evaluation', 'Evaluation', 'text'),
      CUSTOMER,
      column('answered', 'Answered', 'date'),
      column('compliance', 'Compliance', 'number'),
      column('disposition', 'Disposition', 'number'),
      column('staff', 'Staff', 'number'),
      column('empathy', 'Empathy', 'number'),
      column('tangibles', 'Tangibles', 'number'),
      column('comment', 'Comment', 'text'),
    ],
    sql: (ids) => `select e.evaluation_id as record_id, e.evaluation_id as evaluation, e.customer_id as customer,
        e.answered_day as answered, e.compliance as compliance, e.disposition as disposition, e.staff as staff,
        e.empathy as empathy, e.tangibles as tangibles, e.comment as comment
      from evaluations e where e.evaluation_id in (${ids})`,
  },
  costs: {
    columns: [
      column('cost', 'Cost', 'text'),
      column('cost_kind', 'Kind', 'text'),
      column('claim', 'Claim', 'text'),
      column('incurred', 'Incurred', 'date'),
      column('amount', 'Amount', 'money'),
      column('minutes', 'Minutes', 'number'),
    ],
    sql: (ids) => `select x.cost_id as record_id, x.cost_id as cost, x.kind as cost_kind, x.claim_id as claim,
        x.incurred_day as incurred, x.amount as amount, x.minutes as minutes
      from costs x where x.cost_id in (${ids})`,
  },
  observations: {
    columns: [column('observation', 'Observation', 'text')],
    sql: (ids) => `select s.observation_id as record_id, s.observation_id as observation
      from sent_observations s where s.observation_id in (${ids})`,
  },
};
