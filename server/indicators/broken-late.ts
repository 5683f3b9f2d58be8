import type { IndicatorDefinition } from './definition.ts';
import { amongOrdersDue } from './bases/orders.ts';

export const brokenLate: IndicatorDefinition = {
  id: 'broken-late',
  stored: 'sums',
  parts: [amongOrdersDue('is_late')],
};
