import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movingRanges, pPrimeLimits, xmrLimits, type XmrOptions } from '../../src/domain/limits.ts';
import { MONTGOMERY, MONTHS_38, NHSR, NIST } from './published-numbers.ts';

/** statistics.md: results are compared at 1e-6 relative. */
const RELATIVE = 1e-6;

function expectClose(actual: number | undefined, wanted: number, relative = RELATIVE): void {
  expect(actual).toBeDefined();
  expect(Math.abs((actual ?? Number.NaN) - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
}

type PublishedCase = {
  readonly source: string;
  readonly values: readonly number[];
  readonly options?: XmrOptions;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly meanMovingRange?: number;
};

const spiked = NHSR.with(14, 10);

const PUBLISHED: readonly PublishedCase[] = [
  {
    source: 'NIST 6.3.2.2 with 2.66',
    values: NIST,
    mean: 50.81,
    meanMovingRange: 1.8777778,
    lower: 45.815111,
    upper: 55.804889,
  },
  {
    source: 'NIST 6.3.2.2 with 3/1.128',
    values: NIST,
    options: { constant: 3 / 1.128 },
    mean: 50.81,
    lower: 45.815869,
    upper: 55.804131,
  },
  {
    source: 'Montgomery 6.5, baseline of 20',
    values: MONTGOMERY.slice(0, 20),
    options: { constant: 3 / 1.128 },
    mean: 300.5,
    meanMovingRange: 7.789474,
    lower: 279.783315,
    upper: 321.216685,
  },
  { source: 'NHSRplotthedots, rnorm(20)', values: NHSR, mean: 0.1416238, lower: -3.01138, upper: 3.294627 },
  {
    source: 'NHSRplotthedots, 15th set to 10, screened',
    values: spiked,
    mean: 0.6694159,
    lower: -2.383666,
    upper: 3.722497,
  },
  {
    source: 'NHSRplotthedots, 15th set to 10, unscreened',
    values: spiked,
    options: { screening: false },
    mean: 0.6694159,
    lower: -4.596625,
    upper: 5.935457,
  },
  {
    source: '38 months, unscreened',
    values: MONTHS_38,
    options: { screening: false },
    mean: 2820.631579,
    meanMovingRange: 571.891892,
    lower: 1299.399147,
    upper: 4341.864011,
  },
  {
    source: '38 months, screened',
    values: MONTHS_38,
    mean: 2820.631579,
    meanMovingRange: 532.138889,
    lower: 1405.142135,
    upper: 4236.121023,
  },
];

describe('XmR limits reproduce the published numbers', () => {
  test.each(PUBLISHED)('$source', ({ values, options, mean, lower, upper, meanMovingRange }) => {
    const limits = xmrLimits(values, options);
    expectClose(limits?.mean, mean);
    expectClose(limits?.lower, lower);
    expectClose(limits?.upper, upper);
    if (meanMovingRange !== undefined) expectClose(limits?.meanMovingRange, meanMovingRange);
  });

  test('2.66 gives Montgomery’s limits to within 0.01', () => {
    const limits = xmrLimits(MONTGOMERY.slice(0, 20));
    expect(Math.abs((limits?.lower ?? 0) - 279.783315)).toBeLessThan(0.01);
    expect(Math.abs((limits?.upper ?? 0) - 321.216685)).toBeLessThan(0.01);
  });
});

/** Adding 0 turns −0 into 0, which `toMatchObject` tells apart. */
const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

describe('laws of XmR limits', () => {
  test('a constant series has limits of zero width at its value and never NaN', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 2, max: 160 }), (value, length) => {
        const limits = xmrLimits(Array.from({ length }, () => value));
        expect(limits).toMatchObject({ mean: value, lower: value, upper: value, meanMovingRange: 0 });
      }),
    );
  });

  test('no series gives NaN, and limits enclose the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.option(finite), { maxLength: 80 }), (values) => {
        const limits = xmrLimits(values);
        if (limits === null) return;
        expect(limits.lower).toBeLessThanOrEqual(limits.nearLower);
        expect(limits.nearLower).toBeLessThanOrEqual(limits.mean);
        expect(limits.mean).toBeLessThanOrEqual(limits.nearUpper);
        expect(limits.nearUpper).toBeLessThanOrEqual(limits.upper);
      }),
    );
  });

  test('a gap takes no moving range, and is no zero', () => {
    expect(movingRanges([10, null, 90, 91])).toEqual([1]);
    expect(movingRanges([1, 5, 2, null, 9, 4], 2)).toEqual([1, 7]);
    expect(xmrLimits([10, null, 90])).toBeNull();
    expect(xmrLimits([])).toBeNull();
    expect(xmrLimits([1])).toBeNull();
  });
});

describe('p′ limits (Laney)', () => {
  test('with binomial noise alone they are about the p limits; over-dispersion widens them', () => {
    const calm = [50, 48, 52, 49, 51, 50, 47, 53, 50, 49, 51, 50].map((numerator) => ({ numerator, denominator: 100 }));
    const wild = [20, 80, 25, 75, 20, 80, 30, 70, 20, 80, 25, 75].map((numerator) => ({ numerator, denominator: 100 }));
    expect(pPrimeLimits(calm)?.overdispersion).toBeLessThan(1);
    expect(pPrimeLimits(wild)?.overdispersion).toBeGreaterThan(5);
  });

  test('a worked example by hand', () => {
    /* p̄ = 30/300 = 0.1; σ = 0.3/√100 = 0.03, 0.3/√200; z = 0, +0.7071…, −… */
    const made = pPrimeLimits([
      { numerator: 13, denominator: 100 },
      { numerator: 17, denominator: 200 },
    ]);
    const z1 = (0.13 - 0.1) / (0.3 / Math.sqrt(100));
    const z2 = (0.085 - 0.1) / (0.3 / Math.sqrt(200));
    const sigmaZ = Math.abs(z2 - z1) / 1.128;
    expectClose(made?.mean, 0.1);
    expectClose(made?.overdispersion, sigmaZ);
    expectClose(made?.limitsFor(400, 100).upper, 100 * (0.1 + 3 * (0.3 / 20) * sigmaZ));
  });

  test.each([
    { name: 'always 100 %', numerator: 50, denominator: 50, mean: 1 },
    { name: 'always 0 %', numerator: 0, denominator: 50, mean: 0 },
  ])('$name gives zero width and never NaN', ({ numerator, denominator, mean }) => {
    const made = pPrimeLimits(Array.from({ length: 20 }, () => ({ numerator, denominator })));
    expect(made?.limitsFor(30, 100)).toMatchObject({ mean: mean * 100, lower: mean * 100, upper: mean * 100 });
  });

  test('fewer cases give wider limits', () => {
    const made = pPrimeLimits([40, 55, 47, 60, 44, 52].map((numerator) => ({ numerator, denominator: 100 })));
    const width = (cases: number) =>
      (made?.limitsFor(cases, 100).upper ?? 0) - (made?.limitsFor(cases, 100).lower ?? 0);
    expect(width(25)).toBeCloseTo(2 * width(100), 9);
  });
});
