import type { IndicatorDefinition } from './definition.ts';
import { claims, claimsOpenedIn } from './bases/claims.ts';

/** Beside `repeated-claims`, which is withheld in weeks where fewer than 90 % of the claims name a cause. */
export const claimsWithCause: IndicatorDefinition = {
  id: 'claims-with-cause',
  stored: 'sums',
  parts: [
    {
      base: claims,
      when: { kind: 'in-week', week: 'opened_week' },
      numerator: 'has_cause',
      denominator: '1',
      candidates: claimsOpenedIn,
      note: "case when has_cause = 1 then 'has a cause' else 'no cause' end",
    },
  ],
};
