import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signsDisagree, standardise, standardisedRate, type Stratum } from '../../src/domain/standardise.ts';

/** Kidney stones: Charig et al. 1986, as told by Julious and Mullee 1994, BMJ 309, 1480–1481. */
const OPEN = { small: { numerator: 81, denominator: 87 }, large: { numerator: 192, denominator: 263 } };
const KEYHOLE = { small: { numerator: 234, denominator: 270 }, large: { numerator: 55, denominator: 80 } };

describe('direct standardisation', () => {
  test('kidney stones in the mix of both treatments: 83.25 % and 77.89 %, the other way round than the crude rates', () => {
    const rate = ({ small, large }: typeof OPEN) =>
      standardisedRate([
        { rate: small.numerator / small.denominator, weight: 357 },
        { rate: large.numerator / large.denominator, weight: 343 },
      ]);
    expect(rate(OPEN)).toBeCloseTo(0.8325, 4);
    expect(rate(KEYHOLE)).toBeCloseTo(0.7789, 4);
  });

  test("Simpson's paradox is noticed: from keyhole to open surgery the crude rate falls while both strata rise", () => {
    const found = standardise([
      { before: KEYHOLE.small, now: OPEN.small },
      { before: KEYHOLE.large, now: OPEN.large },
    ]);
    expect(found?.crudeBefore).toBeCloseTo(289 / 350, 12);
    expect(found?.crude).toBeCloseTo(273 / 350, 12);
    // (270 · 81/87 + 80 · 192/263) / 350
    expect(found?.standardised).toBeCloseTo(0.885092, 6);
    expect(found?.crudeChange).toBeLessThan(0);
    expect(found?.standardisedChange).toBeGreaterThan(0);
    expect(found !== null && signsDisagree(found)).toBe(true);
  });

  test('a stratum without cases in either week is in neither figure, and counted', () => {
    const sums = (numerator: number, denominator: number) => ({ numerator, denominator });
    const found = standardise([
      { before: sums(8, 10), now: sums(9, 10) },
      { before: sums(0, 0), now: sums(50, 100) },
      { before: sums(50, 100), now: sums(0, 0) },
    ]);
    expect(found).toMatchObject({ crude: 0.9, crudeBefore: 0.8, standardised: 0.9, compared: 1, leftOut: 2 });
  });

  test('nothing to compare gives no figure instead of NaN', () => {
    expect(standardise([])).toBeNull();
    expect(
      standardise([{ before: { numerator: 0, denominator: 0 }, now: { numerator: 1, denominator: 1 } }]),
    ).toBeNull();
    expect(standardisedRate([])).toBeNull();
  });

  const sums = fc
    .nat({ max: 500 })
    .chain((denominator) =>
      fc.record({ numerator: fc.nat({ max: denominator }), denominator: fc.constant(denominator) }),
    );
  const strata = fc.array(fc.record({ now: sums, before: sums }), { maxLength: 12 });

  test('what changed inside and what the mix changed add up to the crude change', () => {
    fc.assert(
      fc.property(strata, (given: readonly Stratum[]) => {
        const found = standardise(given);
        if (found === null) return;
        expect(found.standardisedChange + found.mixEffect).toBeCloseTo(found.crudeChange, 12);
      }),
    );
  });

  test('with the same mix in both weeks both figures are the same, and no signs disagree', () => {
    const same = fc.array(
      fc
        .integer({ min: 1, max: 300 })
        .chain((denominator) =>
          fc.record({
            now: fc.record({ numerator: fc.nat({ max: denominator }), denominator: fc.constant(denominator) }),
            before: fc.record({ numerator: fc.nat({ max: denominator }), denominator: fc.constant(denominator) }),
          }),
        ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(same, (given) => {
        const found = standardise(given);
        expect(found?.mixEffect).toBeCloseTo(0, 12);
        expect(found !== null && signsDisagree(found)).toBe(false);
      }),
    );
  });

  test('the standardised rate lies between the lowest and the highest rate of the strata', () => {
    fc.assert(
      fc.property(strata, (given: readonly Stratum[]) => {
        const found = standardise(given);
        if (found === null) return;
        const rates = given
          .filter(({ now, before }) => now.denominator > 0 && before.denominator > 0)
          .map(({ now }) => now.numerator / now.denominator);
        expect(found.standardised).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
        expect(found.standardised).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
      }),
    );
  });
});
