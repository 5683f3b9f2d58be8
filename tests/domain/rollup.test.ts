import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSums, overWeeks, rollUp, rollUpColumns } from '../../src/domain/rollup.ts';
import { finalSeries, indicator } from './build.ts';

const sums = fc.record({ numerator: fc.integer({ min: -1e9, max: 1e9 }), denominator: fc.nat({ max: 1e9 }) });

describe('roll-up', () => {
  test('is associative and commutative, so teams may be grouped in any way', () => {
    fc.assert(
      fc.property(sums, sums, sums, (a, b, c) => {
        expect(addSums(addSums(a, b), c)).toEqual(addSums(a, addSums(b, c)));
        expect(addSums(a, b)).toEqual(addSums(b, a));
      }),
    );
  });

  test('of groups is the roll-up of all', () => {
    fc.assert(
      fc.property(fc.array(fc.array(sums, { maxLength: 8 }), { maxLength: 8 }), (groups) => {
        expect(rollUp(groups.map(rollUp))).toEqual(rollUp(groups.flat()));
      }),
    );
  });

  test('never averages ratios: 10.741 %, not 12.857 %', () => {
    const series = finalSeries([
      [20, 100],
      [9, 170],
    ]);
    expect(overWeeks(indicator('on-time'), series)?.value).toBeCloseTo(10.7407, 4);
  });

  test('leaves gaps out instead of counting them as zero', () => {
    const figure = overWeeks(indicator('on-time'), finalSeries([[50, 100], null, [70, 100]]));
    expect(figure).toEqual({ numerator: 120, denominator: 200, value: 60, weeks: 2 });
    expect(overWeeks(indicator('on-time'), finalSeries([null, null]))).toBeNull();
  });

  test('a stock stands at its last week instead of being summed', () => {
    const figure = overWeeks(indicator('open-claims'), finalSeries([[40, 0], [42, 0], null]));
    expect(figure?.value).toBe(42);
  });

  test('of columns is null only where no team has the week', () => {
    const teams = [
      [1, null, 3],
      [10, null, null],
    ];
    expect(rollUpColumns(teams)).toEqual([11, null, 3]);
    expect(rollUpColumns([])).toEqual([]);
  });
});
