import { type Base, type Scope, type Weeks, during, within } from '../base.ts';
import { countedClaims } from './counted-claims.ts';

/** Events `reopened` of counted claims, one a row (named by the claim). `by_customer`: the event names the customer as actor. */
export const claimReopenings: Base = {
  id: 'claim-reopenings',
  key: 'claim',
  records: 'claims',
  weeks: ['at_week'],
  sql: (scope) => `
    select c.claim_id as record_id, c.team_id, e.at_week,
      case when e.actor = 'customer' then 1 else 0 end as by_customer
    from claim_events e
    join (${countedClaims(within(scope, 'c.claim_id'))}) c on c.claim_id = e.claim_id
    where e.type = 'reopened' and e.voided_at is null ${within(scope, 'e.claim_id')}`,
};

export const claimsReopened = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `select ce.claim_id from claim_events ce where ce.type = 'reopened' and ${during('ce.at_week', weeks)}`,
});
