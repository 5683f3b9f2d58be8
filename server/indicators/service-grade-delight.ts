import type { IndicatorDefinition } from './definition.ts';
import { evaluations, evaluationsAnswered } from './bases/evaluations.ts';

export const serviceGradeDelight: IndicatorDefinition = {
  id: 'service-grade-delight',
  stored: 'sums',
  parts: [
    {
      base: evaluations,
      when: { kind: 'in-week', week: 'answered_week' },
      numerator: 'case when grade >= 9500000 then 1 else 0 end',
      denominator: '1',
      candidates: evaluationsAnswered,
    },
  ],
};
