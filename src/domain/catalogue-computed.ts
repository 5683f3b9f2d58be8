import { DIMENSION_INDICATORS } from './catalogue-dimensions.ts';
import { OUTCOME_INDICATORS } from './catalogue-outcomes.ts';
import type { Indicator } from './catalogue-types.ts';

/** Every indicator of which Kept has the SQL, tiles first. The page imports this file alone, without the planned ones. */
export const computedIndicators: readonly Indicator[] = [...OUTCOME_INDICATORS, ...DIMENSION_INDICATORS];

const byId: ReadonlyMap<string, Indicator> = new Map(computedIndicators.map((indicator) => [indicator.id, indicator]));

/** A computed indicator; undefined for a planned, own or unknown id. */
export function computedById(id: string): Indicator | undefined {
  return byId.get(id);
}
