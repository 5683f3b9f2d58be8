import { describe, expect, it } from 'vitest';
import { drawable } from '../../src/charts/trend-limits.ts';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { possibleRange } from '../../src/domain/possible-range.ts';

const RANGES = [
  { id: 'on-time', range: { least: 0, most: 100 } },
  { id: 'claims-per-1000', range: { least: 0, most: null } },
  // A price above the list's.
  { id: 'price-realisation', range: { least: 0, most: null } },
  { id: 'attention-gap', range: { least: null, most: null } },
] as const;

describe('limits beyond what a figure can be', () => {
  it.each(RANGES)('$id is drawn on an axis that no figure can reach', ({ id, range }) => {
    const indicator = computedById(id);
    expect(indicator === undefined ? null : possibleRange(indicator)).toEqual(range);
  });

  it('stretch the axis of a rate to 120 %', () => {
    const [segment] = drawable([{ lower: -4, mean: 88, upper: 119.2 }], { least: 0, most: 100 });
    expect(segment).toEqual({ lower: 0, mean: 88, upper: 100 });
  });

  it('are moved where they lie within it', () => {
    const limits = [{ lower: 60.3, mean: 81, upper: 99.6 }];
    expect(drawable(limits, { least: 0, most: 100 })).toEqual(limits);
  });
});
