import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnel, FUNNEL_Z, funnelLimits } from '../../src/domain/funnel.ts';

const team = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('funnel of proportions', () => {
  test.each([
    { average: 0.9, n: 100, z: FUNNEL_Z.inner, lower: 0.8412, upper: 0.9588 },
    { average: 0.9, n: 100, z: FUNNEL_Z.outer, lower: 0.8073, upper: 0.9927 },
    { average: 0.5, n: 400, z: FUNNEL_Z.inner, lower: 0.451, upper: 0.549 },
    { average: 0.9, n: 10, z: FUNNEL_Z.outer, lower: 0.606857, upper: 1 },
    { average: 0, n: 10, z: FUNNEL_Z.outer, lower: 0, upper: 0 },
  ])('limits by hand: average $average, n $n, z $z', ({ average, n, z, lower, upper }) => {
    const limits = funnelLimits(average, n, z);
    expect(limits.lower).toBeCloseTo(lower, 6);
    expect(limits.upper).toBeCloseTo(upper, 6);
  });

  test('places by hand: average 0.9 of four teams; 84 of 100 is two standard errors below', () => {
    const found = funnel([team(930, 1000), team(84, 100), team(791, 900), team(0, 0)]);
    expect(found?.average).toBeCloseTo(1805 / 2000, 12);
    expect(found?.points.map(({ index }) => index)).toEqual([0, 1, 2]);
    // Standard errors: sqrt(0.9025 · 0.0975 / n) = 0.00938, 0.02966, 0.00989
    expect(found?.points.map(({ z }) => Number(z.toFixed(2)))).toEqual([2.93, -2.11, -2.39]);
    expect(found?.points.map(({ place }) => place)).toEqual([
      { kind: 'between', side: 'high' },
      { kind: 'between', side: 'low' },
      { kind: 'between', side: 'low' },
    ]);
  });

  test('a team far away is outside; teams that differ more than chance lets them are told', () => {
    const found = funnel([team(900, 1000), team(950, 1000), team(850, 1000), team(990, 1000)]);
    expect(found?.points.at(-1)?.place).toEqual({ kind: 'outside', side: 'high' });
    expect(found?.overdispersed).toBe(true);
    expect(funnel([team(90, 100), team(91, 100), team(88, 100)])?.overdispersed).toBe(false);
  });

  test('nothing, and what is no proportion, gives no funnel instead of NaN', () => {
    expect(funnel([])).toBeNull();
    expect(funnel([team(0, 0)])).toBeNull();
    expect(funnel([team(12, 10)])).toBeNull();
  });

  test('all right or all wrong has funnels without width and nobody outside', () => {
    for (const all of [funnel([team(50, 50), team(20, 20)]), funnel([team(0, 50), team(0, 20)])]) {
      expect(all?.points.every(({ place, z }) => place.kind === 'inside' && z === 0)).toBe(true);
      expect(all?.dispersion).toBe(0);
    }
  });

  test('limits narrow with n, the outer hold the inner, and a place agrees with them', () => {
    const teams = fc.array(
      fc.integer({ min: 1, max: 2000 }).chain((n) => fc.nat({ max: n }).map((k) => team(k, n))),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(teams, (given) => {
        const found = funnel(given);
        if (found === null) throw new Error('every team has cases');
        for (const { n, rate, place } of found.points) {
          const inner = funnelLimits(found.average, n, FUNNEL_Z.inner);
          const outer = funnelLimits(found.average, n, FUNNEL_Z.outer);
          expect(outer.lower).toBeLessThanOrEqual(inner.lower);
          expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
          expect(funnelLimits(found.average, n + 1, FUNNEL_Z.inner).upper).toBeLessThanOrEqual(inner.upper);
          const dust = 1e-9;
          const beyondOuter = rate < outer.lower + dust || rate > outer.upper - dust;
          const withinInner = rate > inner.lower - dust && rate < inner.upper + dust;
          expect(place.kind !== 'outside' || beyondOuter).toBe(true);
          expect(place.kind !== 'inside' || withinInner).toBe(true);
        }
      }),
    );
  });
});
