import type { Sums } from './rollup.ts';

/** Two-sided normal quantiles of the two funnels: 95 % and 99.8 % of teams of average performance lie inside. */
export const FUNNEL_Z = { inner: 1.96, outer: 3.09 } as const;

/** Where a proportion stands: inside both funnels, between them, or outside the outer one; `high` is above the average. */
export type FunnelPlace =
  | { readonly kind: 'inside' }
  | { readonly kind: 'between'; readonly side: 'high' | 'low' }
  | { readonly kind: 'outside'; readonly side: 'high' | 'low' };

/** As fractions, kept within 0 and 1. */
export type FunnelLimits = { readonly lower: number; readonly upper: number };

export type FunnelPoint = {
  readonly index: number;
  readonly n: number;
  /** Fraction 0..1. */
  readonly rate: number;
  /** Standard errors from the average; 0 where the average is 0 or 1. */
  readonly z: number;
  readonly place: FunnelPlace;
};

export type Funnel = {
  /** Σ numerator / Σ denominator of all points: a fraction. */
  readonly average: number;
  readonly points: readonly FunnelPoint[];
  /** Σ z² / k: about 1 where chance alone tells the points apart. */
  readonly dispersion: number;
  /** True where `dispersion` is larger than chance lets it be. */
  readonly overdispersed: boolean;
};

/**
 * Limits of a proportion with `n` cases around an average `p̄`: p̄ ± z · sqrt(p̄ (1 − p̄) / n), within 0 and 1.
 * Source: Spiegelhalter 2005, "Funnel plots for comparing institutional performance", Statistics in Medicine 24,
 * 1185–1202, appendix A.1.1 (normal approximation).
 *
 * Example: p̄ = 0.9, n = 100, standard error 0.03: 95 % limits 0.8412 and 0.9588, 99.8 % limits 0.8073 and 0.9927.
 */
export function funnelLimits(average: number, n: number, z: number): FunnelLimits {
  const half = n > 0 ? z * standardError(average, n) : Infinity;
  return { lower: Math.max(0, average - half), upper: Math.min(1, average + half) };
}

/**
 * Proportions of teams against their number of cases. Rates from 0 to 1 with counts behind them alone; points without a
 * case are left out, and so are those with more in the numerator than in the denominator (no proportions). null where no
 * point is left.
 *
 * Over-dispersion (Spiegelhalter 2005, section 5): φ = Σ z² / k. Under chance alone k·φ is about χ² with k degrees of
 * freedom, so φ has mean 1 and variance 2/k; from 1 + 2·sqrt(2/k) on it is told.
 */
export function funnel(teams: readonly Sums[]): Funnel | null {
  const valid = teams
    .map(({ numerator, denominator }, index) => ({ index, numerator, n: denominator }))
    .filter(({ numerator, n }) => n > 0 && numerator >= 0 && numerator <= n);
  const cases = valid.reduce((sum, { n }) => sum + n, 0);
  if (cases === 0) return null;
  const average = valid.reduce((sum, { numerator }) => sum + numerator, 0) / cases;
  const points = valid.map(({ index, numerator, n }): FunnelPoint => {
    const rate = numerator / n;
    const error = standardError(average, n);
    const z = error > 0 ? (rate - average) / error : 0;
    return { index, n, rate, z, place: placeOf(z) };
  });
  const dispersion = points.reduce((sum, { z }) => sum + z * z, 0) / points.length;
  return { average, points, dispersion, overdispersed: dispersion > 1 + 2 * Math.sqrt(2 / points.length) };
}

/** Strictly beyond a limit: a point on it is inside. */
function placeOf(z: number): FunnelPlace {
  const side = z > 0 ? 'high' : 'low';
  const distance = Math.abs(z);
  if (distance > FUNNEL_Z.outer) return { kind: 'outside', side };
  return distance > FUNNEL_Z.inner ? { kind: 'between', side } : { kind: 'inside' };
}

function standardError(average: number, n: number): number {
  return Math.sqrt((average * (1 - average)) / n);
}
