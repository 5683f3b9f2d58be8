import type { IndicatorDefinition } from './definition.ts';
import { amongOrdersDue } from './bases/orders.ts';

export const brokenSeveral: IndicatorDefinition = {
  id: 'broken-several',
  stored: 'sums',
  parts: [amongOrdersDue('case when broken > 1 then 1 else 0 end')],
};
