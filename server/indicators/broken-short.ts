import type { IndicatorDefinition } from './definition.ts';
import { amongOrdersDue } from './bases/orders.ts';

export const brokenShort: IndicatorDefinition = {
  id: 'broken-short',
  stored: 'sums',
  parts: [amongOrdersDue('is_short')],
};
