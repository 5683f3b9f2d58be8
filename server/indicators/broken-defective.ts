import type { IndicatorDefinition } from './definition.ts';
import { amongOrdersDue } from './bases/orders.ts';

export const brokenDefective: IndicatorDefinition = {
  id: 'broken-defective',
  stored: 'sums',
  parts: [amongOrdersDue('is_defective')],
};
