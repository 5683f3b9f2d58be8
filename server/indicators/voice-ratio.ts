import type { IndicatorDefinition } from './definition.ts';
import { customersAnswering, dissatisfied } from './bases/dissatisfied.ts';

export const voiceRatio: IndicatorDefinition = {
  id: 'voice-ratio',
  stored: 'sums',
  parts: [
    {
      base: dissatisfied,
      when: { kind: 'in-week', week: 'answered_week' },
      numerator: 'claimed',
      denominator: '1',
      candidates: customersAnswering,
      note: "case when claimed = 1 then 'claimed' else 'silent' end",
    },
  ],
};
