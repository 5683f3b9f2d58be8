import type { IndicatorDefinition } from './definition.ts';
import { evaluations, evaluationsAnswered } from './bases/evaluations.ts';

export const serviceGrade: IndicatorDefinition = {
  id: 'service-grade',
  stored: 'sums',
  parts: [
    {
      base: evaluations,
      when: { kind: 'in-week', week: 'answered_week' },
      numerator: 'grade',
      denominator: '1',
      candidates: evaluationsAnswered,
    },
  ],
};
