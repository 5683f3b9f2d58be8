import type { IndicatorDefinition } from './definition.ts';
import { claims, claimsOpenedIn } from './bases/claims.ts';
import { ordersDelivered } from './bases/order-lines.ts';
import { orders } from './bases/orders.ts';

/** An order is delivered in the week in which the last of its lines was. */
export const claimsPer1000: IndicatorDefinition = {
  id: 'claims-per-1000',
  stored: 'sums',
  parts: [
    {
      base: claims,
      when: { kind: 'in-week', week: 'opened_week' },
      numerator: '1',
      denominator: '0',
      candidates: claimsOpenedIn,
      note: "'claim opened'",
    },
    {
      base: orders,
      when: { kind: 'in-week', week: 'delivered_week' },
      numerator: '0',
      denominator: '1',
      candidates: ordersDelivered,
      note: "'order delivered'",
    },
  ],
};
