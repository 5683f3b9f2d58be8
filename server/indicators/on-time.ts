import type { IndicatorDefinition } from './definition.ts';
import { orderLines, ordersDue } from './bases/order-lines.ts';

export const onTime: IndicatorDefinition = {
  id: 'on-time',
  stored: 'sums',
  parts: [
    {
      base: orderLines,
      when: { kind: 'in-week', week: 'promised_week' },
      numerator: 'on_time',
      denominator: '1',
      candidates: ordersDue,
      note: "case when on_time = 1 then 'on time' else 'late' end",
    },
  ],
};
