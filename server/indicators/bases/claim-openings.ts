import { type Base, type Scope, type Weeks, during, withinCustomers } from '../base.ts';
import { CAUSE_TREE } from './cause-tree.ts';
import { claimTurns } from './claim-steps.ts';
import { countedClaims } from './counted-claims.ts';

/** Days within which an earlier claim makes a later one its repeat (indicators.md). */
export const REPEAT_DAYS = 90;

/**
 * Claims as they were opened, one a row, with `is_repeat`.
 *
 * A repeat: the same customer (after merges) and the same cause at its second level, an earlier claim opened at most 90
 * days before. An earlier claim on the same order that is still open makes it a chase instead; any other earlier claim
 * still makes it a repeat. A claim without a cause repeats nothing and is repeated by none.
 *
 * Earlier claims on another order are found by windows (the last claim before the present run of claims on one order),
 * and those on the same order by a join on the order: linear, also where one customer has many thousand claims. Claims
 * without an order count as each on an order of its own.
 */
export const claimOpenings: Base = {
  id: 'claim-openings',
  key: 'claimant',
  records: 'claims',
  weeks: ['opened_week'],
  sql: (scope) => {
    const customers = withinCustomers(scope, 'coalesce(cu.canonical_id, c.customer_id)', 'c.customer_id');
    const claimKeys =
      scope.kind !== 'keys'
        ? scope
        : ({
            kind: 'keys',
            sql: `select sc.claim_id from claims sc left join customers scu on scu.customer_id = sc.customer_id
              where (sc.order_id is not null or sc.line_id is not null)
              ${withinCustomers(scope, 'coalesce(scu.canonical_id, sc.customer_id)', 'sc.customer_id')}`,
          } as const);
    return `with recursive ${CAUSE_TREE}, ${claimTurns(claimKeys)},
    counted as materialized (
      select c.claim_id, c.customer, c.team_id, c.opened_at, c.opened_day, c.opened_week, c.order_key, c.cause_id,
        coalesce(k.second_id, c.cause_id) as second_id, coalesce('o' || c.order_key, 'c' || c.claim_id) as matter
      from (${countedClaims(customers)}) c left join cause_tree k on k.cause_id = c.cause_id),
    ordered as (
      select claim_id, customer, second_id, matter, opened_at, opened_day,
        lag(matter) over earlier as previous_matter, lag(opened_day) over earlier as previous_day
      from counted where second_id is not null
      window earlier as (partition by customer, second_id order by opened_at, claim_id)),
    runs as (
      select claim_id, customer, second_id, opened_at, opened_day, previous_day,
        sum(case when previous_matter = matter then 0 else 1 end)
          over (partition by customer, second_id order by opened_at, claim_id) as run
      from ordered),
    other_matter as (
      select claim_id from (
        select claim_id, opened_day,
          first_value(previous_day) over (partition by customer, second_id, run order by opened_at, claim_id) as other_day
        from runs) runs_with_other
      where other_day >= opened_day - ${REPEAT_DAYS}),
    same_order as (
      select distinct later.claim_id
      from counted later
      join counted earlier on earlier.order_key = later.order_key and earlier.customer = later.customer
        and earlier.second_id = later.second_id
        and (earlier.opened_at < later.opened_at
          or (earlier.opened_at = later.opened_at and earlier.claim_id < later.claim_id))
        and earlier.opened_day >= later.opened_day - ${REPEAT_DAYS}
      left join turn t on t.claim_id = earlier.claim_id and t.opens = 1 and t.at <= later.opened_at
        and (t.next_at is null or t.next_at > later.opened_at)
      where t.claim_id is null)
    select c.claim_id as record_id, c.team_id, c.opened_week,
      case when c.claim_id in (select claim_id from other_matter)
        or c.claim_id in (select claim_id from same_order) then 1 else 0 end as is_repeat
    from counted c`;
  },
};

/** Customers with a claim opened in the week. */
export const customersClaiming = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `
  select coalesce(ccu.canonical_id, cc.customer_id) from claims cc
  left join customers ccu on ccu.customer_id = cc.customer_id where ${during('cc.opened_week', weeks)}`,
});
