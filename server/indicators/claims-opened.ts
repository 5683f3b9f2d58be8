import type { IndicatorDefinition } from './definition.ts';
import { claims, claimsOpenedIn } from './bases/claims.ts';

export const claimsOpened: IndicatorDefinition = {
  id: 'claims-opened',
  stored: 'sums',
  parts: [
    {
      base: claims,
      when: { kind: 'in-week', week: 'opened_week' },
      numerator: '1',
      denominator: '0',
      candidates: claimsOpenedIn,
    },
  ],
};
