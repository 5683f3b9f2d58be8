import type { IndicatorDefinition } from './definition.ts';
import { activeClaims, activeOrders } from './bases/activity-parts.ts';

/** Stored: distinct claimants and active customers of the last 12 weeks; the estimate itself is made in `src/domain/silent-customers.ts`. */
export const silentCustomers: IndicatorDefinition = {
  id: 'silent-customers',
  stored: 'flows',
  parts: [activeClaims('1', '0'), activeOrders('0', '1')],
};
