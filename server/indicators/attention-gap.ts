import type { IndicatorDefinition } from './definition.ts';
import { evaluations, evaluationsAnswered } from './bases/evaluations.ts';

export const attentionGap: IndicatorDefinition = {
  id: 'attention-gap',
  stored: 'sums',
  parts: [
    {
      base: evaluations,
      when: { kind: 'in-week', week: 'answered_week' },
      numerator: 'gap',
      denominator: '1',
      candidates: evaluationsAnswered,
    },
  ],
};
