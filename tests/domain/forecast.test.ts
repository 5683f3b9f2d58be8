import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, type Forecast, type ForecastInput } from '../../src/domain/forecast.ts';
import { seedOf } from '../../src/domain/random.ts';
import { stable } from './build.ts';

function ahead(values: ReadonlyArray<number | null>, changes: Partial<ForecastInput> = {}): Forecast {
  return forecast({ from: 100, values, weeksAhead: 6, seed: seedOf('on-time 2026-W46'), ...changes });
}

function weeksOf(made: Forecast) {
  if (made.kind !== 'given') throw new Error('declined');
  return made.weeks;
}

describe('forecast', () => {
  test('the same seed gives the same fan, another seed another', () => {
    expect(ahead(stable(52))).toEqual(ahead(stable(52)));
    expect(ahead(stable(52))).not.toEqual(ahead(stable(52), { seed: 7 }));
  });

  test('begins in the week after the last figure', () => {
    expect(weeksOf(ahead([...stable(20), null])).map((each) => each.week)).toEqual([120, 121, 122, 123, 124, 125]);
  });

  test.each([
    { name: 'no week', values: [], have: 0, possibleFrom: 111 },
    { name: 'eleven weeks', values: stable(11), have: 11, possibleFrom: 111 },
    { name: 'eleven weeks and a gap', values: [...stable(10), null, 90], have: 11, possibleFrom: 112 },
  ])('$name: declines and says when it can', ({ values, have, possibleFrom }) => {
    expect(ahead(values)).toEqual({ kind: 'declined', have, need: 12, possibleFrom });
  });

  test('stays about the level of the last weeks and as wide as the process varies', () => {
    for (const each of weeksOf(ahead(stable(52)))) {
      expect(each.p50).toBeGreaterThan(89.5);
      expect(each.p50).toBeLessThan(90.7);
      expect(each.p90 - each.p10).toBeGreaterThan(0.5);
      expect(each.p90 - each.p10).toBeLessThan(4);
    }
  });

  test('a look-back starts at its last figure and widens week by week', () => {
    const weeks = weeksOf(ahead([...stable(40), 88], { overlapWeeks: 12 }));
    const widths = weeks.map((each) => each.p90 - each.p10);
    expect(weeks[0]?.p50).toBeGreaterThan(87);
    expect(weeks[0]?.p50).toBeLessThan(89);
    expect(widths.at(-1)).toBeGreaterThan(1.5 * (widths[0] ?? Infinity));
  });

  test('a constant process is forecast at its value', () => {
    for (const each of weeksOf(ahead(Array.from({ length: 20 }, () => 91.3)))) {
      expect(each).toMatchObject({ p10: 91.3, p50: 91.3, p90: 91.3 });
    }
  });

  test('percentiles are in order and inside the bounds of the unit', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(percent, { minLength: 12, maxLength: 60 }), fc.nat(), (values, seed) => {
        for (const { p10, p25, p50, p75, p90 } of weeksOf(ahead(values, { seed, least: 0, most: 100 }))) {
          const fan = [0, p10, p25, p50, p75, p90, 100];
          expect(fan).toEqual(fan.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 30 },
    );
  });
});
