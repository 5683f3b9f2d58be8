import { computedIndicators } from './catalogue-computed.ts';
import { PLANNED_INDICATORS } from './catalogue-planned.ts';
import type { Indicator } from './catalogue-types.ts';

/**
 * Every built-in indicator, computed and planned. The words of the planned ones are not needed on the page:
 * code of the first paint imports `catalogue-computed.ts` instead.
 */
export const INDICATORS: readonly Indicator[] = [...computedIndicators, ...PLANNED_INDICATORS];

const byId: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** A built-in indicator, planned ones included; undefined for an own or unknown id. */
export function indicatorById(id: string): Indicator | undefined {
  return byId.get(id);
}
