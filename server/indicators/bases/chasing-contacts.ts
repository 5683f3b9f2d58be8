import { type Base, type Scope, type Weeks, during, within } from '../base.ts';
import { claimTurns } from './claim-steps.ts';
import { countedClaims } from './counted-claims.ts';

/**
 * Messages by which customers chase an open claim, one a row (named by the claim): inbound status requests
 * (`intent` chase), and inbound messages that follow another one of the customer without an outbound in between.
 * Automated messages are neither question nor answer.
 */
export const chasingContacts: Base = {
  id: 'chasing-contacts',
  key: 'claim',
  records: 'claims',
  weeks: ['at_week'],
  sql: (scope) => `with ${claimTurns(scope)},
    message as (
      select m.claim_id, m.at, m.at_week, m.direction, m.intent,
        lag(m.direction) over (partition by m.claim_id order by m.at, m.contact_id) as previous
      from contacts m
      where m.automated = 0 and m.voided_at is null and m.claim_id is not null ${within(scope, 'm.claim_id')})
    select c.claim_id as record_id, c.team_id, m.at_week
    from message m
    join turn t on t.claim_id = m.claim_id and t.opens = 1 and m.at >= t.at and (t.next_at is null or m.at < t.next_at)
    join (${countedClaims(within(scope, 'c.claim_id'))}) c on c.claim_id = m.claim_id
    where m.direction = 'inbound' and (m.intent = 'chase' or m.previous = 'inbound')`,
};

export const claimsWithContact = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `select cm.claim_id from contacts cm where ${during('cm.at_week', weeks)} and cm.claim_id is not null`,
});
