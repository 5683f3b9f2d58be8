import type { IndicatorDefinition } from './definition.ts';
import { costs, costsIncurred } from './bases/costs.ts';
import { ordersMade } from './bases/order-lines.ts';
import { orders } from './bases/orders.ts';

/** Costs by the week in which they were incurred, net revenue by the week in which it was ordered; minor units. */
export const costOfPoorService: IndicatorDefinition = {
  id: 'cost-of-poor-service',
  stored: 'sums',
  parts: [
    {
      base: costs,
      when: { kind: 'in-week', week: 'incurred_week' },
      numerator: 'amount',
      denominator: '0',
      candidates: costsIncurred,
      note: "'cost'",
    },
    {
      base: orders,
      when: { kind: 'in-week', week: 'ordered_week' },
      numerator: '0',
      denominator: 'revenue',
      candidates: ordersMade,
      note: "'revenue'",
    },
  ],
};
