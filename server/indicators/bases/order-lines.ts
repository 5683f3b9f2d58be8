import { type Base, type Scope, type SqlSettings, type Weeks, during, within, withinVia } from '../base.ts';
import { CAUSE_TREE } from './cause-tree.ts';

/**
 * CTE `defective(line_id)`: delivered lines with a claim of class product, opened on a day from the delivery to N days
 * after it (`rightFirstTimeDays`). A claim that names no line concerns every line of its order that was delivered so.
 */
const defective = (scope: Scope, settings: SqlSettings): string => {
  const claimsOnLines = withinVia(
    scope,
    'c.line_id',
    (keys) => `select s.line_id from order_lines s where s.order_id in (${keys})`,
  );
  /* Not `line_id is null`: SQLite would take that for the best index of all and read every claim without a line. */
  const product = `k.class = 'product' and c.voided_at is null and c.duplicate_of is null
      and c.opened_day between l.delivered_day and l.delivered_day + ${settings.rightFirstTimeDays}`;
  return `defective(line_id) as (
    select l.line_id from claims c join cause_tree k on k.cause_id = c.cause_id
    join order_lines l on l.line_id = c.line_id
    where ${product} ${claimsOnLines}
    union
    select l.line_id from claims c join cause_tree k on k.cause_id = c.cause_id
    join order_lines l on l.order_id = c.order_id
    where coalesce(c.line_id, '') = '' and ${product} ${within(scope, 'c.order_id')})`;
};

/** CTEs that `countedLines` needs, for a `with recursive`. */
export const lineCtes = (scope: Scope, settings: SqlSettings): string => `${CAUSE_TREE}, ${defective(scope, settings)}`;

/**
 * The lines that count: **the one classification of how a promise was kept**, for lines and (grouped) for orders.
 *
 * - A withdrawn line or order counts nowhere, nor does a line whose order was cancelled by the time it was promised:
 *   the promise no longer stood. Cancelled after the promised time, the broken promise stays.
 * - `on_time`: delivered by `promised_at`. Not delivered is late.
 * - `in_full`: accepted at least as ordered. A delivered line of which nobody recorded what was accepted counts as
 *   accepted as ordered; an undelivered one as nothing accepted.
 * - `right_first_time` (delivered lines): no product claim and no return within N days of delivery, by local days.
 */
export const countedLines = (scope: Scope, settings: SqlSettings): string => `
  select l.line_id as record_id, l.order_id, o.team_id, o.ordered_week, o.cancelled_at,
    l.promised_week, l.delivered_week, l.list_price, l.net_price,
    case when l.delivered_at is null then 0 else 1 end as delivered,
    case when l.delivered_at <= l.promised_at then 1 else 0 end as on_time,
    case when coalesce(l.quantity_accepted, case when l.delivered_at is null then 0 else l.quantity_ordered end)
      >= l.quantity_ordered then 1 else 0 end as in_full,
    case when l.delivered_at is null then 0
      when l.returned_day <= l.delivered_day + ${settings.rightFirstTimeDays} then 0
      when l.line_id in (select d.line_id from defective d) then 0
      else 1 end as right_first_time
  from order_lines l
  join orders o on o.order_id = l.order_id
  where l.voided_at is null and o.voided_at is null
    and (o.cancelled_at is null or o.cancelled_at > l.promised_at) ${within(scope, 'l.order_id')}`;

/** Order lines, one a row. */
export const orderLines: Base = {
  id: 'order-lines',
  key: 'order',
  records: 'order_lines',
  weeks: ['promised_week', 'delivered_week', 'ordered_week'],
  sql: (scope, settings) => `with recursive ${lineCtes(scope, settings)} ${countedLines(scope, settings)}`,
};

const ordersOfLines =
  (column: string) =>
  (weeks: Weeks): Scope => ({
    kind: 'keys',
    sql: `select cl.order_id from order_lines cl where ${during(`cl.${column}`, weeks)}`,
  });

/** Orders with a line due in the week. */
export const ordersDue = ordersOfLines('promised_week');
/** Orders with a line delivered in the week. */
export const ordersDelivered = ordersOfLines('delivered_week');
/** Orders made in the week. */
export const ordersMade = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `select co.order_id from orders co where ${during('co.ordered_week', weeks)}`,
});
