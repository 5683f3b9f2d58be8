import { UNASSIGNED } from '../base.ts';

/**
 * The claims that count, as a query: neither withdrawn nor marked as a duplicate of another.
 *
 * - `customer`: after merges. - `order_key`: the claim's order, else that of its line.
 * - `team_id`: the claim's own; where it has none, the team of its order. So it does not matter which file came first.
 *
 * `and` is a further condition on the claim `c`, such as a scope.
 */
export const countedClaims = (and: string): string => `
  select c.claim_id, c.cause_id, c.opened_at, c.opened_day, c.opened_week,
    c.acknowledge_by, c.acknowledge_week, c.acknowledged_at,
    c.resolve_by, c.resolve_week, c.resolved_at, c.resolved_week,
    coalesce(cu.canonical_id, c.customer_id) as customer,
    coalesce(c.order_id, cl.order_id) as order_key,
    case when c.team_id <> '${UNASSIGNED}' then c.team_id else coalesce(co.team_id, '${UNASSIGNED}') end as team_id
  from claims c
  left join customers cu on cu.customer_id = c.customer_id
  left join order_lines cl on cl.line_id = c.line_id and c.order_id is null
  left join orders co on co.order_id = coalesce(c.order_id, cl.order_id) and c.team_id = '${UNASSIGNED}'
  where c.voided_at is null and c.duplicate_of is null ${and}`;
