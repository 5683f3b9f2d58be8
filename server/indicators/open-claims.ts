import type { IndicatorDefinition } from './definition.ts';
import { claimSpans } from './bases/claim-spans.ts';
import { claimsOpenIn } from './bases/claims.ts';

/** Open at the end of the week; what was opened and closed within one week never counts. */
export const openClaims: IndicatorDefinition = {
  id: 'open-claims',
  stored: 'flows',
  parts: [
    {
      base: claimSpans,
      when: { kind: 'in-span', from: 'open_week', to: 'close_week - 1' },
      numerator: '1',
      denominator: '0',
      candidates: claimsOpenIn,
    },
  ],
  percentile90: { name: 'Age, 90th percentile', daysSince: 'opened_day' },
};
