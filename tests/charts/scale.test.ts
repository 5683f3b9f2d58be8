import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitScale, niceStep, ticksOf } from '../../src/charts/scale.ts';

describe('niceStep', () => {
  test.each([
    { least: 0.03, step: 0.05 },
    { least: 0.1, step: 0.1 },
    { least: 0.30000000000000004, step: 0.5 },
    { least: 1, step: 1 },
    { least: 1.01, step: 2 },
    { least: 4.4, step: 5 },
    { least: 7, step: 10 },
    { least: 1200, step: 2000 },
    { least: 0, step: 1 },
    { least: Number.NaN, step: 1 },
  ])('a step is one that people count in: at least $least is $step', ({ least, step }) => {
    expect(niceStep(least)).toBeCloseTo(step, 12);
  });
});

describe('ticksOf', () => {
  test('ticks carry no rounding dust', () => {
    expect(ticksOf({ low: 0, high: 0.5 }, 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });
});

describe('fitScale', () => {
  test.each([
    { name: 'retention in the design', values: [66.5, 70.7], height: 136, ticks: [66, 68, 70], low: 66 },
    { name: 'repeated claims in the design', values: [9.4, 24.1], height: 136, ticks: [10, 15, 20, 25], low: 8.665 },
    { name: 'the headline in the design', values: [82.4, 85.9], height: 160, ticks: [82, 84, 86], low: 82 },
  ])('$name keeps its ticks', ({ values, height, ticks, low }) => {
    const scale = fitScale(values, height);
    expect(scale.ticks).toEqual(ticks);
    expect(scale.low).toBeCloseTo(low, 6);
  });

  test.each([
    { name: 'nothing', values: [] },
    { name: 'one value', values: [93] },
    { name: 'a constant', values: [93, 93, 93] },
    { name: 'a constant zero', values: [0, 0] },
    { name: 'a negative constant', values: [-4, -4] },
    { name: 'only what is not a number', values: [Number.NaN, Infinity] },
    { name: 'a constant added up in another order', values: [0.1 + 0.2, 0.3] },
  ])('$name gives a scale that divides by something', ({ values }) => {
    const { low, high, ticks } = fitScale(values, 136);
    expect(high).toBeGreaterThan(low);
    expect(ticks.every(Number.isFinite)).toBe(true);
  });

  test('a target at the lowest tick does not lie on the axis, where it would not be seen', () => {
    expect(fitScale([10, 24.1], 136).low).toBeLessThan(10);
  });

  test('what is never negative gets no negative axis', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        expect(fitScale(values, 136).low).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('every value lies inside the scale, and the ticks are few', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const { low, high, ticks } = fitScale(values, 136);
        expect(low).toBeLessThanOrEqual(Math.min(...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
