import type { IndicatorDefinition } from './definition.ts';
import { evaluations, evaluationsAnswered } from './bases/evaluations.ts';

export const serviceGradePass: IndicatorDefinition = {
  id: 'service-grade-pass',
  stored: 'sums',
  parts: [
    {
      base: evaluations,
      when: { kind: 'in-week', week: 'answered_week' },
      numerator: 'case when grade >= 6000000 then 1 else 0 end',
      denominator: '1',
      candidates: evaluationsAnswered,
    },
  ],
};
