import type { IndicatorDefinition } from './definition.ts';
import { orders, ordersPriced } from './bases/orders.ts';

/** Orders with a quote and an invoice, in the week in which they were due: only there the price can be compared with a promise. */
export const priceAsPromised: IndicatorDefinition = {
  id: 'price-as-promised',
  stored: 'sums',
  parts: [
    {
      base: orders,
      when: { kind: 'in-week', week: 'price_week' },
      numerator: 'is_priced - is_overcharged',
      denominator: 'is_priced',
      candidates: ordersPriced,
      note: "case when is_overcharged = 1 then 'above the quoted price' else 'as quoted' end",
    },
  ],
};
