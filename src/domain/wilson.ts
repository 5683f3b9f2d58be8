/** 97.5th percentile of the standard normal distribution: two-sided 95 %. */
const Z_95 = 1.959963984540054;

/** `lower` and `upper` are fractions, 0..1. */
export type Interval = { readonly lower: number; readonly upper: number };

/**
 * Wilson score interval of a proportion at 95 %, as fractions.
 * centre (p + z²/2n) / (1 + z²/n) ± z/(1 + z²/n) · √(p(1−p)/n + z²/4n²).
 * null where there are no cases or the numbers are no proportion (numerator outside 0..denominator).
 * Source: E. B. Wilson, JASA 22 (1927); worked example 8 of 10 → 0.4902 to 0.9433.
 */
export function wilsonInterval(numerator: number, denominator: number): Interval | null {
  if (!(denominator > 0) || !(numerator >= 0) || numerator > denominator) return null;
  const p = numerator / denominator;
  const z2 = Z_95 * Z_95;
  const scale = 1 + z2 / denominator;
  const centre = (p + z2 / (2 * denominator)) / scale;
  const half = (Z_95 / scale) * Math.sqrt((p * (1 - p)) / denominator + z2 / (4 * denominator * denominator));
  /* At 0 and at n one end is exact; rounding must not carry it past. */
  return {
    lower: numerator === 0 ? 0 : Math.max(0, centre - half),
    upper: numerator === denominator ? 1 : Math.min(1, centre + half),
  };
}
