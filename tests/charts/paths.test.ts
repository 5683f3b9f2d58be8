import { describe, expect, test } from 'vitest';
import { areaPath, linePath, segmentsPath, type PixelLine } from '../../src/charts/paths.ts';

const p = (x: number, y: number) => ({ x, y });

describe('linePath', () => {
  test.each<{ name: string; points: PixelLine; d: string }>([
    { name: 'nothing', points: [], d: '' },
    { name: 'gaps alone', points: [null, null], d: '' },
    { name: 'a whole line', points: [p(0, 1), p(1, 2), p(2, 3)], d: 'M0 1L1 2L2 3' },
    { name: 'a gap breaks it', points: [p(0, 1), p(1, 2), null, p(3, 4), p(4, 5)], d: 'M0 1L1 2M3 4L4 5' },
    {
      name: 'a week between two gaps stays visible',
      points: [p(0, 1), p(1, 1), null, p(3, 4), null],
      d: 'M0 1L1 1M3 4h0',
    },
    { name: 'tenths of a pixel', points: [p(0.04, 1.26), p(1, 2)], d: 'M0 1.3L1 2' },
  ])('a line is never drawn over a gap: $name', ({ points, d }) => {
    expect(linePath(points)).toBe(d);
  });
});

describe('segmentsPath', () => {
  test('two halves of a line make the whole, and meet at the point that they share', () => {
    const line = [p(0, 0), p(1, 1), p(2, 2), p(3, 3)];
    expect(segmentsPath(line, (k) => k < 2, 'none')).toBe('M0 0L1 1');
    expect(segmentsPath(line, (k) => k >= 2, 'none')).toBe('M1 1L2 2L3 3');
  });
});

describe('areaPath', () => {
  test('an area goes out above and comes back below; one point has none', () => {
    expect(areaPath([p(0, 1), p(1, 1)], [p(0, 3), p(1, 4)])).toBe('M0 1L1 1L1 4L0 3Z');
    expect(areaPath([p(0, 1)], [p(0, 3)])).toBe('');
  });
});
