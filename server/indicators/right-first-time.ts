import type { IndicatorDefinition } from './definition.ts';
import { orderLines, ordersDelivered } from './bases/order-lines.ts';

export const rightFirstTime: IndicatorDefinition = {
  id: 'right-first-time',
  stored: 'sums',
  parts: [
    {
      base: orderLines,
      when: { kind: 'in-week', week: 'delivered_week' },
      numerator: 'right_first_time',
      denominator: '1',
      candidates: ordersDelivered,
      note: "case when right_first_time = 1 then 'right first time' else 'claimed or returned' end",
    },
  ],
};
