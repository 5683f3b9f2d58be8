import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sparklineGeometry } from '../../src/charts/sparkline-geometry.ts';
import type { SparklineModel, SparklinePoint } from '../../src/charts/sparkline-model.ts';

const solid = (value: number, signal: 'improving' | 'concerning' | 'neutral' | null = null): SparklinePoint => ({
  kind: 'solid',
  value,
  signal,
});
const hollow = (value: number): SparklinePoint => ({ kind: 'hollow', value, signal: null });
const gap: SparklinePoint = { kind: 'gap' };

function model(points: readonly SparklinePoint[], rest: Partial<SparklineModel> = {}): SparklineModel {
  return { label: 'On time, 26 weeks', points, limits: null, target: null, freshness: 'fresh', ...rest };
}

describe('sparklineGeometry', () => {
  test.each([
    { name: 'no weeks', points: [] },
    { name: 'gaps alone', points: [gap, gap] },
    { name: 'one week', points: [solid(93)] },
    { name: 'a constant', points: [solid(93), solid(93), solid(93)] },
    {
      name: 'a constant on its limits and target',
      points: [solid(5), solid(5)],
      limits: { lower: 5, upper: 5 },
      target: 5,
    },
    { name: 'a week that is not a number', points: [solid(93), solid(Number.NaN), solid(94)] },
  ])('no path holds what is not a number: $name', ({ points, limits = null, target = null }) => {
    const text = JSON.stringify(sparklineGeometry(model(points, { limits, target }), 146, 70));
    expect(text).not.toMatch(/NaN|Infinity|"(y|height)":null/);
  });

  test('a gap breaks the line, a hollow week is in no line', () => {
    const { line, last } = sparklineGeometry(model([solid(1), solid(2), gap, solid(3), solid(2), hollow(9)]), 146, 70);
    expect(line.match(/M/g)).toHaveLength(2);
    expect(line.match(/L/g)).toHaveLength(2);
    expect(last?.look).toBe('hollow');
  });

  test('a stale figure ends hollow at its last known week, though weeks after it are empty', () => {
    const { last } = sparklineGeometry(model([solid(1), solid(2), gap], { freshness: 'stale' }), 146, 70);
    expect(last).toMatchObject({ x: 71, look: 'hollow' });
  });

  test('a run is a line of its own with a marker on each point but the last, which is the dot', () => {
    const signal = 'concerning';
    const { line, run, markers } = sparklineGeometry(
      model([solid(9), solid(9), solid(5, signal), solid(4, signal), solid(3, signal)]),
      146,
      70,
    );
    expect([line, run].map((d) => d.match(/L/g)?.length)).toEqual([2, 2]);
    expect(markers.map(({ d }) => d.match(/M/g)?.length)).toEqual([2]);
  });

  test('data, limits and target all lie inside the picture', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), value, value, value, (values, a, b, target) => {
        const g = sparklineGeometry(
          model(
            values.map((v) => solid(v)),
            { limits: { lower: Math.min(a, b), upper: Math.max(a, b) }, target },
          ),
          146,
          70,
        );
        for (const y of [g.targetY, g.last?.y, g.band?.y, (g.band?.y ?? 0) + (g.band?.height ?? 0)]) {
          expect(y).toBeGreaterThanOrEqual(3.9);
          expect(y).toBeLessThanOrEqual(66.1);
        }
      }),
    );
  });
});
