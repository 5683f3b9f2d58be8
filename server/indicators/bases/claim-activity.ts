import { type Base, withinCustomers, withinWeeks } from '../base.ts';
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
        `${withinCustomers(scope, 'coalesce(cu.canonical_id, c.customer_id)', 'c.customer_id')} ${withinWeeks(scope, 'c.opened_week')}`,
      )}) counted) claims_of_week
    where latest = 1`,
};
