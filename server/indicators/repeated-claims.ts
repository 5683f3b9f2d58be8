import type { IndicatorDefinition } from './definition.ts';
import { claimOpenings, customersClaiming } from './bases/claim-openings.ts';
import { claimReopenings, claimsReopened } from './bases/claim-reopenings.ts';

export const repeatedClaims: IndicatorDefinition = {
  id: 'repeated-claims',
  stored: 'sums',
  parts: [
    {
      base: claimOpenings,
      when: { kind: 'in-week', week: 'opened_week' },
      numerator: 'is_repeat',
      denominator: '1',
      candidates: customersClaiming,
      note: "case when is_repeat = 1 then 'a repeat' else 'opened' end",
    },
    {
      base: claimReopenings,
      when: { kind: 'in-week', week: 'at_week' },
      numerator: 'by_customer',
      denominator: '1',
      candidates: claimsReopened,
      note: "case when by_customer = 1 then 'reopened by the customer' else 'reopened' end",
    },
  ],
};
