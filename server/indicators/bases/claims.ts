import { type Base, type Scope, type Weeks, during, within } from '../base.ts';
import { claimTurns } from './claim-steps.ts';
import { countedClaims } from './counted-claims.ts';

/**
 * Claims, one a row.
 *
 * - `is_answered`: the first answer by a person came by `acknowledge_by`: `acknowledged_at`, an event `answered` that is
 *   not by the system, or an outbound contact that was not automated, since the claim was opened.
 * - `is_resolved`: finally resolved by `resolve_by`, that is closed (see `claimTurns`) and not reopened since. A claim
 *   reopened after it was resolved in time is a miss until it is closed again in time. Extensions move no deadline here.
 * - `has_cause`: names a cause. - `answered_at`, `closed_at`: the first answer and the final close, whenever they came.
 */
export const claims: Base = {
  id: 'claims',
  key: 'claim',
  records: 'claims',
  weeks: ['opened_week', 'acknowledge_week', 'resolve_week'],
  sql: (scope) => `with ${claimTurns(scope)},
    answer(claim_id, at) as (
      select e.claim_id, e.at from claim_events e
      where e.type = 'answered' and coalesce(e.actor, 'staff') <> 'system' and e.voided_at is null
        ${within(scope, 'e.claim_id')}
      union all
      select m.claim_id, m.at from contacts m
      where m.direction = 'outbound' and m.automated = 0 and m.voided_at is null and m.claim_id is not null
        ${within(scope, 'm.claim_id')}),
    first_answer(claim_id, at) as (
      select a.claim_id, min(a.at) from answer a join claims c on c.claim_id = a.claim_id
      where a.at >= c.opened_at group by a.claim_id),
    final_close(claim_id, at) as (select claim_id, at from turn where opens = 0 and next_at is null)
    select c.claim_id as record_id, c.team_id, c.opened_week, c.acknowledge_week, c.resolve_week,
      case when c.acknowledged_at <= c.acknowledge_by or a.at <= c.acknowledge_by then 1 else 0 end as is_answered,
      case when f.at <= c.resolve_by then 1 else 0 end as is_resolved,
      case when a.at is null or c.acknowledged_at < a.at then c.acknowledged_at else a.at end as answered_at,
      f.at as closed_at, c.acknowledge_by, c.resolve_by,
      case when c.cause_id is null then 0 else 1 end as has_cause
    from (${countedClaims(within(scope, 'c.claim_id'))}) c
    left join first_answer a on a.claim_id = c.claim_id
    left join final_close f on f.claim_id = c.claim_id`,
};

const claimsBy =
  (column: string) =>
  (weeks: Weeks): Scope => ({
    kind: 'keys',
    sql: `select cc.claim_id from claims cc where ${during(`cc.${column}`, weeks)}`,
  });

export const claimsOpenedIn = claimsBy('opened_week');
export const claimsToAnswer = claimsBy('acknowledge_week');
export const claimsToResolve = claimsBy('resolve_week');

/** Claims that may be open at some time of the weeks: a superset, found by their own columns. */
export const claimsOpenIn = (weeks: Weeks): Scope => ({
  kind: 'keys',
  sql: `select cc.claim_id from claims cc
    where ${during('cc.opened_week', weeks)}
      or (cc.opened_week < ${weeks.from} and (cc.resolved_week is null or cc.resolved_week >= ${weeks.from}))
    union select ce.claim_id from claim_events ce where ce.type = 'reopened' and ce.at_week <= ${weeks.to}`,
});
