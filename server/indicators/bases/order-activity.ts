import { type Base, withinCustomers, withinWeeks } from '../base.ts';

/**
 * Weeks in which a customer ordered, one a row (named by the customer after merges), with `next_week`, the next week in
 * which the same customer ordered anywhere (null: not since). A cancelled or withdrawn order is no order.
 *
 * `team_id` is the team of the customer's latest order in that week: a customer belongs to the team of its latest order
 * in the window that is looked at, so that teams add up to the organisation.
 */
export const orderActivity: Base = {
  id: 'order-activity',
  key: 'buyer',
  records: 'customers',
  weeks: ['week', 'next_week'],
  sql: (scope) => `
    select customer as record_id, team_id, week, lead(week) over (partition by customer order by week) as next_week
    from (
      select coalesce(cu.canonical_id, o.customer_id) as customer, o.team_id, o.ordered_week as week,
        row_number() over (
          partition by coalesce(cu.canonical_id, o.customer_id), o.ordered_week
          order by o.ordered_at desc, o.order_id desc) as latest
      from orders o left join customers cu on cu.customer_id = o.customer_id
      where o.voided_at is null and o.cancelled_at is null
        ${withinCustomers(scope, 'coalesce(cu.canonical_id, o.customer_id)', 'o.customer_id')}
        ${withinWeeks(scope, 'o.ordered_week')}) orders_of_week
    where latest = 1`,
};
