import type { IndicatorDefinition } from './definition.ts';
import { amongOrdersDue } from './bases/orders.ts';

export const brokenPrice: IndicatorDefinition = {
  id: 'broken-price',
  stored: 'sums',
  parts: [amongOrdersDue('is_overcharged')],
};
