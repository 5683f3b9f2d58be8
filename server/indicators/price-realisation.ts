import type { IndicatorDefinition } from './definition.ts';
import { orderLines, ordersMade } from './bases/order-lines.ts';

/** Lines that give both prices, in the week in which they were ordered; lines of cancelled orders were not sold. */
export const priceRealisation: IndicatorDefinition = {
  id: 'price-realisation',
  stored: 'sums',
  parts: [
    {
      base: orderLines,
      when: { kind: 'in-week', week: 'ordered_week' },
      numerator:
        'case when cancelled_at is null and list_price is not null and net_price is not null then net_price else 0 end',
      denominator:
        'case when cancelled_at is null and list_price is not null and net_price is not null then list_price else 0 end',
      candidates: ordersMade,
    },
  ],
};
