import { type Base, type Scope, type Weeks, during, within } from '../base.ts';
import { countedLines, lineCtes, ordersDue } from './order-lines.ts';

/**
 * Orders, one a row, classified from their counted lines (`countedLines`).
 *
 * - `due_week`: the week in which the last of its lines was promised; null for an order whose promise does not stand
 *   (no lines, or cancelled before).
 * - `is_late`: a line not delivered by its promise. `is_short`: a line delivered with less accepted than ordered (an
 *   undelivered line is late, not also short). `is_defective`: a delivered line that was not right first time.
 *   `is_overcharged`: invoiced above the quoted price plus tolerance; an order without quote or invoice is not.
 * - `broken`: in how many of these ways; 0 is a promise kept.
 * - `delivered_week`: the week in which its last line was delivered; null until all are.
 * - `price_week`: the week due, else (an order without lines) the week ordered; null when it was cancelled.
 * - `revenue`: net price of its lines, or the invoice where no line has a price; 0 for a cancelled order.
 */
export const orders: Base = {
  id: 'orders',
  key: 'order',
  records: 'orders',
  weeks: ['due_week', 'delivered_week', 'ordered_week', 'price_week'],
  sql: (scope, settings) => `with recursive ${lineCtes(scope, settings)},
    by_order as (
      select order_id, max(promised_week) as due_week, min(delivered) as delivered, max(delivered_week) as delivered_week,
        max(1 - on_time) as is_late,
        max(case when delivered = 1 and in_full = 0 then 1 else 0 end) as is_short,
        max(case when delivered = 1 and right_first_time = 0 then 1 else 0 end) as is_defective,
        sum(net_price) as net_price
      from (${countedLines(scope, settings)}) counted group by order_id),
    classified as (
      select o.order_id, o.team_id, o.ordered_week, b.due_week, b.is_late, b.is_short, b.is_defective,
        case when b.delivered = 1 then b.delivered_week end as delivered_week,
        coalesce(b.due_week, case when o.cancelled_at is null then o.ordered_week end) as price_week,
        case when o.quoted_total is null or o.invoiced_total is null then 0 else 1 end as is_priced,
        case when o.invoiced_total * 10000 > o.quoted_total * ${settings.priceLimitPer10000} then 1 else 0 end
          as is_overcharged,
        case when o.cancelled_at is null then coalesce(b.net_price, o.invoiced_total, 0) else 0 end as revenue
      from orders o left join by_order b on b.order_id = o.order_id
      where o.voided_at is null ${within(scope, 'o.order_id')})
    select order_id as record_id, team_id, ordered_week, due_week, delivered_week, price_week,
      is_late, is_short, is_defective, is_overcharged, is_priced, revenue,
      is_late + is_short + is_defective + is_overcharged as broken
    from classified`,
};

/** In words, in which ways an order's promise broke. */
export const HOW_BROKEN = `case when broken = 0 then 'kept' else substr(
  case when is_late = 1 then ', late' else '' end ||
  case when is_short = 1 then ', not in full' else '' end ||
  case when is_defective = 1 then ', not right first time' else '' end ||
  case when is_overcharged = 1 then ', above the quoted price' else '' end, 3) end`;

/** A part that counts orders due. */
export const amongOrdersDue = (numerator: string) => ({
  base: orders,
  when: { kind: 'in-week' as const, week: 'due_week' },
  numerator,
  denominator: '1',
  candidates: ordersDue,
  note: HOW_BROKEN,
});

/** Orders that may be priced in the week. */
export const ordersPriced = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `select cl.order_id from order_lines cl where ${during('cl.promised_week', weeks)}
    union select co.order_id from orders co where ${during('co.ordered_week', weeks)}`,
});
