import { type Base, withinCustomers } from '../base.ts';
import { countedClaims } from './counted-claims.ts';

/** Weeks in which a customer opened a claim, as `orderActivity` has those of orders; the team is that of the week's latest claim. */
export const claimActivity: Base = {
  id: 'claim-activity',
  key: 'claimant',
  records: 'customers',
  weeks: ['week', 'next_week'],
  sql: (scope) => `
    select customer as record_id, team_id, week, lead(week) over (partition by customer order by week) as next_week
    from (
      select customer, team_id, opened_week as week,
        row_number() over (partition by customer, opened_week order by opened_at desc, claim_id desc) as latest
      from (${countedClaims(
        withinCustomers(scope, 'coalesce(cu.canonical_id, c.customer_id)', 'c.customer_id'),
      )}) counted) claims_of_week
    where latest = 1`,
};

/** Customers who claimed in the weeks from `week − weeks + 1` to `week`. */
export const customersClaimingIn =
  (weeks: number) =>
  (week: string): string => `
  select coalesce(ccu.canonical_id, cc.customer_id) from claims cc
  left join customers ccu on ccu.customer_id = cc.customer_id
  where cc.opened_week > ${week} - ${weeks} and cc.opened_week <= ${week}`;
