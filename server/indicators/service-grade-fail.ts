import type { IndicatorDefinition } from './definition.ts';
import { evaluations, evaluationsAnswered } from './bases/evaluations.ts';

export const serviceGradeFail: IndicatorDefinition = {
  id: 'service-grade-fail',
  stored: 'sums',
  parts: [
    {
      base: evaluations,
      when: { kind: 'in-week', week: 'answered_week' },
      numerator: 'case when grade <= 5000000 then 1 else 0 end',
      denominator: '1',
      candidates: evaluationsAnswered,
    },
  ],
};
