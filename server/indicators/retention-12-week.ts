import type { IndicatorDefinition } from './definition.ts';
import { retentionParts } from './bases/activity-parts.ts';

export const retention12Week: IndicatorDefinition = {
  id: 'retention-12-week',
  stored: 'flows',
  parts: retentionParts(12),
};
