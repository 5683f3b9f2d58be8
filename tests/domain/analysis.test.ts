import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseSeries, limitBands, type AnalysisInput } from '../../src/domain/analysis.ts';
import { xmrLimits } from '../../src/domain/limits.ts';
import { limitMethod, type SegmentPoint } from '../../src/domain/segments.ts';
import { buildSeries, type Series } from '../../src/domain/series.ts';
import { sundayOf } from '../../src/domain/week.ts';
import { finalSeries, indicator, percentSeries, stable, week, type Sum } from './build.ts';

const W46 = week('2026-W46');
const onTime = indicator('on-time');

function analyse(series: Series, changes: Partial<AnalysisInput> = {}) {
  return analyseSeries({ indicator: onTime, series, changes: [], profile: 'nhs', ...changes });
}

describe('segments', () => {
  test('limits are locked to the first 52 points: later weeks do not move them', () => {
    const shifted = [...stable(52), ...stable(30).map((value) => value - 5)];
    const made = analyse(percentSeries(shifted));
    expect(made.segments).toHaveLength(1);
    expect(made.segments[0]?.limits.mean).toBeCloseTo(xmrLimits(stable(52))?.mean ?? 0, 9);
    expect(made.segments[0]).toMatchObject({ baselinePoints: 52, trial: false, baselineTo: W46 - 30 });
  });

  test('a confirmed change starts limits of its own; without one the shift stays a signal', () => {
    const series = percentSeries([...stable(60), ...stable(30).map((value) => value - 5)]);
    const changed = analyse(series, { changes: [W46 - 29] });
    expect(changed.segments.map((segment) => [segment.from, segment.to])).toEqual([
      [W46 - 89, W46 - 30],
      [W46 - 29, W46],
    ]);
    expect(changed.segments[1]?.limits.mean).toBeCloseTo((changed.segments[0]?.limits.mean ?? 0) - 5, 1);
    expect(changed.signals.filter((signal) => signal.to === W46)).toEqual([]);
    expect(analyse(series).signals.some((signal) => signal.to === W46)).toBe(true);
  });

  test('no signal runs across a change', () => {
    const series = percentSeries([...stable(60), ...stable(30).map((value) => value - 5)]);
    for (const signal of analyse(series, { changes: [W46 - 29] }).signals) {
      expect(signal.from >= W46 - 29 || signal.to < W46 - 29).toBe(true);
    }
  });

  test.each([
    { points: 11, trial: true },
    { points: 12, trial: false },
  ])('$points points: trial is $trial', ({ points, trial }) => {
    expect(analyse(percentSeries(stable(points))).segments[0]?.trial).toBe(trial);
  });

  test('changes outside the series do not cut it', () => {
    const made = analyse(percentSeries(stable(20)), { changes: [W46 - 500, W46 + 3, W46 - 19] });
    expect(made.segments).toHaveLength(1);
  });

  test('weeks after the one in view are left out, so a past review reads as it did', () => {
    const values = [...stable(60), 40, 41];
    const then = analyse(percentSeries(values), { to: W46 - 2 });
    const alone = analyse(percentSeries(values.slice(0, 60), W46 - 2));
    expect(then).toEqual(alone);
  });
});

describe('look-backs, whose neighbouring weeks share their cases', () => {
  /** Mean of the last 12 of fixed pseudo-random numbers around 68: stable, and smooth as a look-back is. */
  const noise = Array.from({ length: 180 }, (_, index) => 68 + 8 * (((index * 7919 + 104_729) % 1009) / 1009 - 0.5));
  const smooth = Array.from({ length: 160 }, (_, index) => {
    const window = noise.slice(index, index + 12);
    return window.reduce((sum, value) => sum + value, 0) / 12;
  });
  const flagged = (id: string) => {
    const made = analyse(percentSeries(smooth), { indicator: indicator(id) });
    return made.labels.filter((label) => label !== null).length / made.labels.length;
  };

  test('a stable one is not flagged for being smooth, as an ordinary one would be', () => {
    expect(flagged('on-time')).toBeGreaterThan(0.4);
    expect(flagged('retention-12-week')).toBeLessThan(0.05);
  });

  test('a drop beyond the limits is flagged all the same', () => {
    const dropped = percentSeries([...smooth, ...Array.from({ length: 5 }, () => 55)]);
    const made = analyse(dropped, { indicator: indicator('retention-12-week') });
    expect(made.labels.at(-1)).toMatchObject({ rule: 'outside', tone: 'concerning' });
  });

  test.each([
    { weeks: 12, segments: 0, trial: undefined },
    { weeks: 22, segments: 1, trial: true },
    { weeks: 23, segments: 1, trial: false },
  ])('$weeks weeks of a 12-week window: trial is $trial', ({ weeks, segments, trial }) => {
    const made = analyse(percentSeries(smooth.slice(0, weeks)), { indicator: indicator('retention-12-week') });
    expect(made.segments).toHaveLength(segments);
    expect(made.segments[0]?.trial).toBe(trial);
  });
});

describe('what has no figure breaks the line', () => {
  test('gap, nothing due, too few and hollow weeks are null', () => {
    const series = buildSeries({
      from: W46 - 5,
      numerators: [90, null, 0, 4, 91, 30],
      denominators: [100, null, 0, 9, 100, 40],
      coveredTo: sundayOf(W46 - 1) + 3,
      lagDays: 0,
      today: sundayOf(W46 - 1) + 3,
    });
    expect(analyse(series).values).toEqual([90, null, null, null, 91, null]);
  });

  test('a constant series passes through without NaN', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 160 }),
        (cases, share, weeks) => {
          const sum: Sum = [Math.round(cases * share), cases];
          const made = analyse(finalSeries(Array.from({ length: weeks }, () => sum)));
          expect(made.signals).toEqual([]);
          const { lower, upper, mean } = made.segments[0]?.limits ?? { lower: Number.NaN, upper: 0, mean: 0 };
          expect([lower, upper]).toEqual([mean, mean]);
        },
      ),
    );
  });

  test('any series gives finite numbers, and nulls stay nulls', () => {
    const sum = fc.option(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 })));
    fc.assert(
      fc.property(fc.array(sum, { maxLength: 120 }), fc.array(fc.nat({ max: 120 }), { maxLength: 3 }), (sums, cuts) => {
        const series = finalSeries(sums);
        const made = analyse(series, { changes: cuts.map((cut) => W46 - cut) });
        expect(made.values).toHaveLength(sums.length);
        expect(made.limits).toHaveLength(sums.length);
        expect(made.labels).toHaveLength(sums.length);
        const numbers = made.limits.flatMap((limits) => (limits ? Object.values(limits) : []));
        expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(made.values.filter((value, index) => sums[index] === null && value !== null)).toEqual([]);
      }),
    );
  });
});

describe('choice of limits', () => {
  const weeks = (denominators: readonly number[]): readonly SegmentPoint[] =>
    denominators.map((denominator) => ({ value: 90, numerator: denominator * 0.9, denominator }));
  const steady = Array.from({ length: 40 }, (_, index) => 1000 + (index % 7) * 50);
  const wide = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 40 : 130));

  test.each([
    { name: 'steady denominators', id: 'on-time', cases: steady, method: 'xmr' },
    { name: 'one holiday week', id: 'on-time', cases: steady.with(20, 90), method: 'xmr' },
    { name: 'more than twofold', id: 'on-time', cases: wide, method: 'p-prime' },
    { name: 'more than twofold, under 12 weeks', id: 'on-time', cases: wide.slice(0, 11), method: 'xmr' },
    { name: 'a grade is no share', id: 'service-grade', cases: wide, method: 'xmr' },
    { name: 'money is no number of cases', id: 'price-realisation', cases: wide, method: 'xmr' },
    { name: 'a count', id: 'open-claims', cases: wide, method: 'xmr' },
  ])('$name: $method', ({ id, cases, method }) => {
    expect(limitMethod(indicator(id), weeks(cases))).toBe(method);
  });

  test('p′ limits follow the week’s denominator and are drawn week by week', () => {
    const made = analyse(
      finalSeries(wide.map((cases, index): Sum => [Math.round(cases * (0.8 + (index % 5) * 0.03)), cases])),
    );
    expect(made.segments[0]?.method).toBe('p-prime');
    const widths = made.limits.slice(0, 2).map((limits) => (limits ? limits.upper - limits.lower : 0));
    expect(widths[0]).toBeGreaterThan(widths[1] ?? Infinity);
    expect(limitBands(made)).toHaveLength(40);
  });

  test('XmR limits are one band for each segment', () => {
    const made = analyse(percentSeries(stable(60)), { changes: [W46 - 20] });
    expect(limitBands(made).map(({ from, to }) => [from, to])).toEqual([
      [W46 - 59, W46 - 21],
      [W46 - 20, W46],
    ]);
  });
});
