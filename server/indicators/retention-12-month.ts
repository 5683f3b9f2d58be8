import type { IndicatorDefinition } from './definition.ts';
import { retentionParts } from './bases/activity-parts.ts';

export const retention12Month: IndicatorDefinition = {
  id: 'retention-12-month',
  stored: 'flows',
  parts: retentionParts(52),
};
