import { type Base, type Scope, type Weeks, during, UNASSIGNED, withinCustomers } from '../base.ts';
import { countedClaims } from './counted-claims.ts';
import { EVALUATION_TEAM, GRADE_MICRO, IS_GRADED } from './evaluations.ts';

/** Days before and after the answer in which a claim gives voice to it (indicators.md). */
export const VOICE_DAYS = 90;

/**
 * Sampled customers who graded the service 5 or less, one a row: the first such evaluation of a customer in a week.
 * `claimed`: the same customer opened a claim at most 90 days before or after.
 *
 * Sampled means asked: whoever answers an open invitation (`sampling` open) chose to speak, and would hide the silent.
 */
export const dissatisfied: Base = {
  id: 'dissatisfied',
  key: 'claimant',
  records: 'evaluations',
  weeks: ['answered_week'],
  sql: (scope) => {
    const canonical = 'coalesce(cu.canonical_id, e.customer_id)';
    return `with graded as (
      select e.evaluation_id, ${EVALUATION_TEAM} as team_id, ${canonical} as customer, e.answered_week, e.answered_day,
        row_number() over (partition by ${canonical}, e.answered_week order by e.answered_at, e.evaluation_id) as rank
      from evaluations e
      join listening_posts p on p.post_id = e.post_id
      left join customers cu on cu.customer_id = e.customer_id
      left join orders eo on eo.order_id = e.order_id and e.team_id = '${UNASSIGNED}'
      where ${IS_GRADED} and e.customer_id is not null and coalesce(p.sampling, 'event') <> 'open'
        and ${GRADE_MICRO} <= 5000000 ${withinCustomers(scope, canonical, 'e.customer_id')}),
    voiced as (
      select distinct g.evaluation_id
      from graded g
      join (${countedClaims(withinCustomers(scope, 'coalesce(cu.canonical_id, c.customer_id)', 'c.customer_id'))}) c
        on c.customer = g.customer and c.opened_day between g.answered_day - ${VOICE_DAYS} and g.answered_day + ${VOICE_DAYS}
      where g.rank = 1)
    select g.evaluation_id as record_id, g.team_id, g.answered_week,
      case when g.evaluation_id in (select evaluation_id from voiced) then 1 else 0 end as claimed
    from graded g where g.rank = 1`;
  },
};

export const customersAnswering = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `
  select coalesce(ecu.canonical_id, ce.customer_id) from evaluations ce
  left join customers ecu on ecu.customer_id = ce.customer_id
  where ${during('ce.answered_week', weeks)} and ce.customer_id is not null`,
});
