import type { LeastSquares } from './least-squares.ts';

/** Lags for `n` observations: ⌊4 · (n / 100)^(2/9)⌋ (Newey and West 1994). */
export function automaticLags(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Covariance of regression coefficients where neighbouring errors go together (Newey and West 1987, Bartlett weights):
 *
 *     V = n/(n − k) · (XᵀX)⁻¹ · Σ_l w_l Σ_t u_t u_{t−l} (x_t x_{t−l}ᵀ + x_{t−l} x_tᵀ) · (XᵀX)⁻¹,   w_l = 1 − l/(L + 1)
 *
 * (the term of l = 0 once). As R's `sandwich::NeweyWest(fit, lag = L, prewhite = FALSE, adjust = TRUE)`.
 * @param times when each row was observed, ascending: a lag is one of time, so that a gap makes no neighbours.
 */
export function neweyWest(
  rows: ReadonlyArray<readonly number[]>,
  times: readonly number[],
  { residuals, inverse }: Pick<LeastSquares, 'residuals' | 'inverse'>,
  lags: number,
): ReadonlyArray<readonly number[]> {
  const k = inverse.length;
  const place = new Map(times.map((time, index) => [time, index]));
  const meat = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (const [index, row] of rows.entries()) {
    for (let lag = 0; lag <= lags; lag += 1) {
      const before = place.get((times[index] ?? 0) - lag);
      if (before === undefined) continue;
      const other = rows[before] ?? [];
      const weight = (1 - lag / (lags + 1)) * (residuals[index] ?? 0) * (residuals[before] ?? 0);
      for (let i = 0; i < k; i += 1) {
        for (let j = 0; j < k; j += 1) {
          const pair = (row[i] ?? 0) * (other[j] ?? 0);
          const mirrored = lag === 0 ? 0 : (other[i] ?? 0) * (row[j] ?? 0);
          const line = meat[i];
          if (line !== undefined) line[j] = (line[j] ?? 0) + weight * (pair + mirrored);
        }
      }
    }
  }
  const small = rows.length / (rows.length - k);
  return product(product(inverse, meat), inverse).map((line) => line.map((value) => value * small));
}

function product(
  a: ReadonlyArray<readonly number[]>,
  b: ReadonlyArray<readonly number[]>,
): ReadonlyArray<readonly number[]> {
  return a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, x, k) => sum + x * (b[k]?.[j] ?? 0), 0)));
}

/** The standard normal's 97.5 % quantile. */
const Z = 1.959963984540054;

/**
 * 97.5 % quantile of Student's t: the expansion about the normal's (Abramowitz and Stegun 26.7.5), right to 1e-4 from 8
 * degrees of freedom on.
 */
export function studentQuantile(freedom: number): number {
  const z = Z;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
}
