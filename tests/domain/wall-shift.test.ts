import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftAt } from '../../src/domain/wall-shift.ts';

describe('the shift against burn-in', () => {
  it('is one step of four pixels a minute, along one side, within eight of the middle', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 60_000_000 }), (minute) => {
        const now = shiftAt(minute);
        const next = shiftAt(minute + 1);
        expect(Math.abs(next.x - now.x) + Math.abs(next.y - now.y)).toBe(4);
        expect(Math.max(Math.abs(now.x), Math.abs(now.y))).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('comes to every place within an hour', () => {
    const places = new Set(Array.from({ length: 60 }, (_, minute) => JSON.stringify(shiftAt(minute))));
    expect(places.size).toBe(25);
  });
});
