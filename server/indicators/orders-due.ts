import type { IndicatorDefinition } from './definition.ts';
import { amongOrdersDue } from './bases/orders.ts';

export const ordersDue: IndicatorDefinition = {
  id: 'orders-due',
  stored: 'sums',
  parts: [{ ...amongOrdersDue('1'), denominator: '0' }],
};
