import { type Base, within } from '../base.ts';
import { claimTurns } from './claim-steps.ts';
import { countedClaims } from './counted-claims.ts';

/**
 * Spans of time for which claims were open, one a row; a reopened claim has several.
 *
 * - `open_week`, `close_week`: week of opening and of closing (null: still open).
 * - `first_week`: the first week in which this span makes the claim count as open in the week: `open_week`, or the week
 *   after where the claim's previous span already counts in it, so that no claim counts twice in a week.
 */
export const claimSpans: Base = {
  id: 'claim-spans',
  key: 'claim',
  records: 'claims',
  weeks: ['open_week', 'close_week', 'first_week'],
  sql: (scope) => `with ${claimTurns(scope)}
    select c.claim_id as record_id, c.team_id, c.opened_day, s.open_week, s.close_week,
      case when s.previous_close_week >= s.open_week then s.previous_close_week + 1 else s.open_week end as first_week
    from (
      select claim_id, week as open_week, next_week as close_week,
        lag(next_week) over (partition by claim_id order by at) as previous_close_week
      from turn where opens = 1) s
    join (${countedClaims(within(scope, 'c.claim_id'))}) c on c.claim_id = s.claim_id`,
};
