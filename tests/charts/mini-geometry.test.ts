import { describe, expect, test } from 'vitest';
import { miniGeometry } from '../../src/charts/mini-geometry.ts';
import { FIRST_WEEK, trendModel, wave } from './build-model.ts';

const SHARED = { low: 80, high: 100, ticks: [80, 90, 100] };
const limits = [{ from: FIRST_WEEK, to: FIRST_WEEK + 25, mean: 94, lower: 84, upper: 104 }];

describe('small multiples in pixels', () => {
  test('teams of different height stand on the scale that they share, not each on its own', () => {
    const high = miniGeometry(trendModel(wave(26, 98, 0.5)), 320, 'en-GB', SHARED);
    const low = miniGeometry(trendModel(wave(26, 84, 0.5)), 320, 'en-GB', SHARED);
    expect(high.valueTicks).toEqual(low.valueTicks);
    expect(high.lines.actual[0]?.y).toBeLessThan(low.lines.actual[0]?.y ?? 0);
    expect(high.height).toBe(116);
  });

  test('limits beyond the scale end at its edge, so that no band runs into the words above', () => {
    const { limits: drawn, scales } = miniGeometry(trendModel(wave(26, 94, 1), { limits }), 320, 'en-GB', SHARED);
    expect(drawn.bands[0]?.y).toBeGreaterThanOrEqual(scales.plot.y0 - 0.1);
  });

  test('months are named and no year, for which there is no room', () => {
    const { time } = miniGeometry(trendModel(wave(26, 94, 1)), 320, 'en-GB', SHARED);
    expect(time.months.length).toBeGreaterThan(3);
    expect(time.years).toEqual([]);
  });
});
