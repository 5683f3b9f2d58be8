import type { IndicatorDefinition } from './definition.ts';
import { claims, claimsToAnswer } from './bases/claims.ts';

export const answeredInPromise: IndicatorDefinition = {
  id: 'answered-in-promise',
  stored: 'sums',
  parts: [
    {
      base: claims,
      when: { kind: 'in-week', week: 'acknowledge_week' },
      numerator: 'is_answered',
      denominator: '1',
      candidates: claimsToAnswer,
      note: "case when is_answered = 1 then 'answered in time' else 'not answered in time' end",
    },
  ],
};
