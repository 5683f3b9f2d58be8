import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureOf } from '../../src/domain/figure.ts';
import { estimateSilent } from '../../src/domain/silent-customers.ts';
import { hidesStaff, sampleSize } from '../../src/domain/small-numbers.ts';
import { targetInForce, targetSpans, type Target } from '../../src/domain/target.ts';
import { wilsonInterval } from '../../src/domain/wilson.ts';
import { about, indicator } from './build.ts';

describe('Wilson interval', () => {
  /* R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I. */
  test.each([
    { k: 81, n: 263, lower: 0.2553, upper: 0.3662 },
    { k: 15, n: 148, lower: 0.0624, upper: 0.1605 },
    { k: 0, n: 20, lower: 0, upper: 0.1611 },
    { k: 1, n: 29, lower: 0.0061, upper: 0.1718 },
  ])('$k of $n', ({ k, n, lower, upper }) => {
    expect(wilsonInterval(k, n)?.lower).toBeCloseTo(lower, 4);
    expect(wilsonInterval(k, n)?.upper).toBeCloseTo(upper, 4);
  });

  test.each([
    [0, 0],
    [5, 4],
    [-1, 4],
    [Number.NaN, 4],
  ])('%d of %d is no share', (k, n) => {
    expect(wilsonInterval(k, n)).toBeNull();
  });

  test('encloses the share and stays inside 0..1', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), (k, n) => {
        fc.pre(n > 0 && k <= n);
        const interval = wilsonInterval(k, n);
        expect(interval?.lower).toBeGreaterThanOrEqual(0);
        expect(interval?.lower).toBeLessThanOrEqual(k / n);
        expect(interval?.upper).toBeGreaterThanOrEqual(k / n);
        expect(interval?.upper).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('figure', () => {
  test.each([
    { id: 'on-time', sums: [914, 1000], value: 91.4 },
    { id: 'claims-per-1000', sums: [58, 3187], value: 18.1989 },
    { id: 'service-grade', sums: [3048.8, 412], value: 7.4 },
    { id: 'open-claims', sums: [136, 0], value: 136 },
    { id: 'on-time', sums: [0, 0], value: null },
    { id: 'on-time', sums: [0, 12], value: 0 },
    { id: 'on-time', sums: [null, 12], value: null },
  ] as const)('$id of $sums is $value', ({ id, sums: [numerator, denominator], value }) => {
    expect(figureOf(indicator(id), numerator, denominator)).toEqual(value === null ? null : about(value, 4));
  });
});

describe('small numbers', () => {
  test.each([
    { id: 'on-time', cases: 9, size: 'too-few' },
    { id: 'on-time', cases: 10, size: 'flagged' },
    { id: 'on-time', cases: 29, size: 'flagged' },
    { id: 'on-time', cases: 30, size: 'plain' },
    { id: 'open-claims', cases: 0, size: 'plain' },
    { id: 'price-realisation', cases: 5, size: 'plain' },
  ])('$cases cases of $id are $size', ({ id, cases, size }) => {
    expect(sampleSize(indicator(id), cases)).toBe(size);
  });

  test('a staff survey is hidden below five', () => {
    expect([4, 5].map(hidesStaff)).toEqual([true, false]);
  });
});

describe('target in force', () => {
  const targets: readonly Target[] = [
    { indicator: 'on-time', team: null, from: 100, value: 94 },
    { indicator: 'on-time', team: null, from: 150, value: 95 },
    { indicator: 'on-time', team: 'north', from: 120, value: 90 },
    { indicator: 'in-full', team: null, from: 1, value: 80 },
  ];

  test.each([
    { name: 'none before the first', lineage: [], week: 99, value: undefined },
    { name: 'the organisation’s', lineage: [], week: 149, value: 94 },
    { name: 'a later one from its week on', lineage: [], week: 150, value: 95 },
    { name: 'inherited while the team has none in force', lineage: ['north'], week: 110, value: 94 },
    { name: 'the team’s own goes before a newer one of the organisation', lineage: ['north'], week: 160, value: 90 },
    { name: 'of the team above', lineage: ['north-east', 'north'], week: 160, value: 90 },
    { name: 'another team’s does not count', lineage: ['south'], week: 160, value: 95 },
  ])('$name', ({ lineage, week, value }) => {
    expect(targetInForce(targets, 'on-time', lineage, week)?.value).toBe(value);
  });

  test('spans step where the target in force changes, and leave weeks without one out', () => {
    expect(targetSpans(targets, 'on-time', [], 90, 160)).toEqual([
      { from: 100, to: 149, value: 94 },
      { from: 150, to: 160, value: 95 },
    ]);
    expect(targetSpans(targets, 'on-time', ['north'], 100, 160)).toEqual([
      { from: 100, to: 119, value: 94 },
      { from: 120, to: 160, value: 90 },
    ]);
  });
});

describe('silent customers', () => {
  test('by the rule of thumb until the own sample is large enough', () => {
    const estimate = estimateSilent({
      claimants: 58,
      activeCustomers: 12_480,
      dissatisfied: 29,
      dissatisfiedWhoClaimed: 6,
    });
    expect(estimate).toEqual({ low: 232, mid: 522, high: 1450, claimants: 58, basis: 'rule-of-thumb', capped: false });
  });

  test('by the own sample: 30 dissatisfied of whom 6 claimed mean 4 silent for each who claims', () => {
    const estimate = estimateSilent({
      claimants: 100,
      activeCustomers: 12_480,
      dissatisfied: 30,
      dissatisfiedWhoClaimed: 6,
    });
    expect(estimate).toMatchObject({ mid: 400, basis: 'own-sample' });
    /* Wilson 6/30: 0.0951 to 0.3731. */
    expect(estimate.low).toBe(168);
    expect(estimate.high).toBe(952);
  });

  test('are never more than the active customers who did not claim, and the range is in order', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500 }),
        fc.nat({ max: 2000 }),
        fc.nat({ max: 200 }),
        fc.nat({ max: 200 }),
        (claimants, activeCustomers, a, b) => {
          const estimate = estimateSilent({
            claimants,
            activeCustomers,
            dissatisfied: Math.max(a, b),
            dissatisfiedWhoClaimed: Math.min(a, b),
          });
          expect(estimate.low).toBeLessThanOrEqual(estimate.mid);
          expect(estimate.mid).toBeLessThanOrEqual(estimate.high);
          expect(estimate.low).toBeGreaterThanOrEqual(0);
          expect(estimate.high).toBeLessThanOrEqual(Math.max(0, activeCustomers - claimants));
        },
      ),
    );
  });
});
