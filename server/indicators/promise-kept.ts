import type { IndicatorDefinition } from './definition.ts';
import { amongOrdersDue } from './bases/orders.ts';

export const promiseKept: IndicatorDefinition = {
  id: 'promise-kept',
  stored: 'sums',
  parts: [amongOrdersDue('case when broken = 0 then 1 else 0 end')],
};
