import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neighbours } from './parts-of.ts';
import { spread } from '../../src/charts/spread.ts';

const room = (from: number, to: number) => ({ gap: () => 13, from, to });

describe('spread', () => {
  test.each([
    { name: 'far apart', at: [10, 40, 90], placed: [10, 40, 90] },
    { name: 'two at one place part evenly', at: [50, 50], placed: [43.5, 56.5] },
    { name: 'a pair beside a free one', at: [10, 50, 52], placed: [10, 44.5, 57.5] },
    { name: 'held inside at the top', at: [0, 1], placed: [2, 15] },
    { name: 'held inside at the bottom', at: [97, 99], placed: [85, 98] },
  ])('labels stand where they point, or as near as can be: $name', ({ at, placed }) => {
    const result = spread(
      at.map((place) => ({ at: place })),
      room(2, 98),
    );
    expect(result.map((label) => label.place)).toEqual(placed);
  });

  test('no two labels come closer than 13 px, none changes its place in the order, none leaves the plot while all fit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 200, noNaN: true }), { maxLength: 7 }), (at) => {
        const result = spread(
          at.map((place) => ({ at: place })),
          room(2, 134),
        );
        expect(result.map((label) => label.at)).toEqual([...at].sort((a, b) => a - b));
        result.forEach((label) => {
          expect(label.place).toBeGreaterThanOrEqual(2 - 1e-9);
          expect(label.place).toBeLessThanOrEqual(134 + 1e-9);
        });
        for (const [before, after] of neighbours(result))
          expect(after.place - before.place).toBeGreaterThanOrEqual(13 - 1e-9);
      }),
    );
  });
});
