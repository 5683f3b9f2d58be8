import type { IndicatorDefinition } from './definition.ts';
import { activeOrders } from './bases/activity-parts.ts';

export const activeCustomers: IndicatorDefinition = {
  id: 'active-customers',
  stored: 'flows',
  parts: [activeOrders('1', '0')],
};
