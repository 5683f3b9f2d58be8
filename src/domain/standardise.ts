import type { Sums } from './rollup.ts';

/** One stratum, such as a team, in two weeks. A side without cases has denominator 0. */
export type Stratum = { readonly now: Sums; readonly before: Sums };

export type Standardised = {
  /** Σ numerator / Σ denominator of the strata compared, as fractions: 0.914 for 91.4 %. */
  readonly crude: number;
  readonly crudeBefore: number;
  /** This week's rates in the mix of the week before. */
  readonly standardised: number;
  readonly crudeChange: number;
  /** What changed inside the strata: `standardised` − `crudeBefore`. */
  readonly standardisedChange: number;
  /** What the mix alone changed: `crude` − `standardised`; both changes add up to the crude one. */
  readonly mixEffect: number;
  /** Strata in both weeks, and those left out because one of the two had no case. */
  readonly compared: number;
  readonly leftOut: number;
};

/**
 * Direct standardisation: Σ w·r / Σ w, rates `r` weighted with a standard mix `w`. null where the weights are all 0.
 * Source: Fleiss, Levin, Paik, "Statistical Methods for Rates and Proportions", 3rd ed., chapter 19.
 *
 * Example (kidney stones, Julious and Mullee 1994): open surgery cured 81 of 87 small and 192 of 263 large stones. With the
 * mix of both treatments (357 small, 343 large): (357 · 0.931 + 343 · 0.730) / 700 = 0.8325.
 */
export function standardisedRate(
  strata: ReadonlyArray<{ readonly rate: number; readonly weight: number }>,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { rate, weight } of strata) {
    sum += rate * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

/**
 * A rate against an earlier week, crude and in the earlier week's mix. Strata without a case in either week are in neither
 * figure: a rate of nothing is unknown, and with it the crude change would compare other strata than the standardised one.
 * null where no stratum has cases in both weeks.
 *
 * Where both changes differ in sign the crude figure moved by its mix and against its parts (Simpson's paradox: Simpson
 * 1951, Journal of the Royal Statistical Society B 13, 238–241).
 */
export function standardise(strata: readonly Stratum[]): Standardised | null {
  const both = strata.filter(({ now, before }) => now.denominator > 0 && before.denominator > 0);
  const standardised = standardisedRate(
    both.map(({ now, before }) => ({ rate: now.numerator / now.denominator, weight: before.denominator })),
  );
  if (standardised === null) return null;
  const crude = rateOf(both.map(({ now }) => now));
  const crudeBefore = rateOf(both.map(({ before }) => before));
  return {
    crude,
    crudeBefore,
    standardised,
    crudeChange: crude - crudeBefore,
    standardisedChange: standardised - crudeBefore,
    mixEffect: crude - standardised,
    compared: both.length,
    leftOut: strata.length - both.length,
  };
}

/** Do the two changes point in opposite directions? A change of nothing (1e-12, rounding of the sums) has no direction. */
export function signsDisagree({ crudeChange, standardisedChange }: Standardised): boolean {
  const still = 1e-12;
  if (Math.abs(crudeChange) < still || Math.abs(standardisedChange) < still) return false;
  return Math.sign(crudeChange) !== Math.sign(standardisedChange);
}

function rateOf(all: readonly Sums[]): number {
  const denominator = all.reduce((sum, each) => sum + each.denominator, 0);
  return all.reduce((sum, each) => sum + each.numerator, 0) / denominator;
}
