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
};
