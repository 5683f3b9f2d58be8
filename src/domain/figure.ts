import type { Indicator } from './catalogue-types.ts';

/**
 * The figure as it is shown, unrounded: `percent` 100·n/d, `per-1000` 1000·n/d, `ratio` n/d, `count` n.
 * null where the denominator is 0 (nothing was due): never 0, never NaN. Numerators come descaled from the service.
 */
export function figureOf(
  indicator: Pick<Indicator, 'unit'>,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (numerator === null || denominator === null) return null;
  if (indicator.unit === 'count') return numerator;
  if (denominator === 0) return null;
  return (numerator / denominator) * figureFactor(indicator);
}

/** What n/d is multiplied by. */
export function figureFactor(indicator: Pick<Indicator, 'unit'>): number {
  return indicator.unit === 'percent' ? 100 : indicator.unit === 'per-1000' ? 1000 : 1;
}
