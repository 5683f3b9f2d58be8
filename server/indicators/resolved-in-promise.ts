import type { IndicatorDefinition } from './definition.ts';
import { claims, claimsToResolve } from './bases/claims.ts';

export const resolvedInPromise: IndicatorDefinition = {
  id: 'resolved-in-promise',
  stored: 'sums',
  parts: [
    {
      base: claims,
      when: { kind: 'in-week', week: 'resolve_week' },
      numerator: 'is_resolved',
      denominator: '1',
      candidates: claimsToResolve,
      note: "case when is_resolved = 1 then 'resolved in time' else 'not resolved in time' end",
    },
  ],
  facts: [
    {
      name: 'Deadlines extended',
      unit: 'claims',
      /* Beside the figure, never in it: the first deadline counts. */
      sql: (rows) => `select count(distinct e.claim_id) as value from (${rows}) r
        join claim_events e on e.claim_id = r.record_id and e.type = 'extended' and e.voided_at is null`,
    },
  ],
};
