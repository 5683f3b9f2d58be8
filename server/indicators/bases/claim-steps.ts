import { type Scope, within } from '../base.ts';

/**
 * CTEs `step` and `turn` for a `with`: how counted claims went from open to closed and back.
 *
 * A claim opens with `opened_at`, and by events `reopened`; it closes by `resolved_at` and by events `resolved` and
 * `closed`, whichever comes first. Steps recorded before the opening count at the opening. A step that changes nothing
 * (closing a closed claim) is no turn. At the same instant the opening goes first, then closing, then reopening.
 *
 * `turn(claim_id, at, week, opens, next_at, next_week)`: one row for each change of state with the change that
 * follows it (null: the claim still stands so). `scope` restricts `claim_id`.
 */
export const claimTurns = (scope: Scope): string => `
  step(claim_id, at, week, opens, sequence) as (
    select c.claim_id, c.opened_at, c.opened_week, 1, 0 from claims c
    where c.voided_at is null and c.duplicate_of is null ${within(scope, 'c.claim_id')}
    union all
    select c.claim_id, case when c.resolved_at < c.opened_at then c.opened_at else c.resolved_at end,
      case when c.resolved_at < c.opened_at then c.opened_week else c.resolved_week end, 0, 1
    from claims c
    where c.resolved_at is not null and c.voided_at is null and c.duplicate_of is null ${within(scope, 'c.claim_id')}
    union all
    select c.claim_id, case when e.at < c.opened_at then c.opened_at else e.at end,
      case when e.at < c.opened_at then c.opened_week else e.at_week end,
      case when e.type = 'reopened' then 1 else 0 end, case when e.type = 'reopened' then 2 else 1 end
    from claim_events e join claims c on c.claim_id = e.claim_id
    where e.type in ('resolved', 'closed', 'reopened') and e.voided_at is null
      and c.voided_at is null and c.duplicate_of is null ${within(scope, 'e.claim_id')}),
  turn(claim_id, at, week, opens, next_at, next_week) as (
    select claim_id, at, week, opens,
      lead(at) over (partition by claim_id order by at, sequence),
      lead(week) over (partition by claim_id order by at, sequence)
    from (
      select claim_id, at, week, opens, sequence,
        lag(opens) over (partition by claim_id order by at, sequence) as before from step) steps
    where before is null or before <> opens)`;
