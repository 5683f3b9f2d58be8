import type { IndicatorDefinition } from './definition.ts';
import { orderLines, ordersDue } from './bases/order-lines.ts';

export const inFull: IndicatorDefinition = {
  id: 'in-full',
  stored: 'sums',
  parts: [
    {
      base: orderLines,
      when: { kind: 'in-week', week: 'promised_week' },
      numerator: 'in_full',
      denominator: '1',
      candidates: ordersDue,
      note: "case when in_full = 1 then 'in full' else 'not in full' end",
    },
  ],
};
