import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nineFigures, type NineFigures } from '../../src/domain/nine-figures.ts';
import { readMeasure } from '../../src/domain/measure.ts';
import { rollUp } from '../../src/domain/rollup.ts';
import { isJudged, type Series } from '../../src/domain/series.ts';
import type { Target } from '../../src/domain/target.ts';
import { about, finalSeries, indicator, measureInput, percentSeries, stable, week, type Sum } from './build.ts';

const ordersDue = indicator('orders-due');
const onTime = indicator('on-time');

function figures(series: Series, changes: Partial<Parameters<typeof nineFigures>[0]> = {}): NineFigures {
  return nineFigures({
    indicator: onTime,
    series,
    week: week('2026-W46'),
    target: null,
    fiscalYearStartMonth: 1,
    ...changes,
  });
}

const target: Target = { indicator: 'on-time', team: null, from: week('2026-W01'), value: 95 };

describe('weekly business review (working-backwards/wbr-app, scenario 1, week ending 25 Sep 2021)', () => {
  const now = week('2021-W38');
  const values = [496725868, 499671126, 464148871, 457477195, 460207741, 470759324];
  const series = finalSeries(
    [383306638, ...Array.from({ length: 46 }, () => 1), ...values].map((value): Sum => [value, 0]),
    now,
  );
  const nine = figures(series, { indicator: ordersDue, week: now });

  test.each([
    { name: 'week on week', change: nine.weekOnWeek.now, wanted: 2.2927869 },
    { name: 'year on year', change: nine.yearOnYear.now, wanted: 22.81533303 },
    { name: 'last week beside its year-before', change: nine.lastWeek.change, wanted: 22.81533303 },
  ])('$name: $wanted %', ({ change, wanted }) => {
    const difference = change.kind === 'given' ? change.difference : Number.NaN;
    expect(Math.abs(difference / wanted - 1)).toBeLessThan(1e-6);
  });

  test('last week stands beside the same week a year before', () => {
    expect(nine.lastWeek.now).toMatchObject({ kind: 'given', value: 470759324 });
    expect(nine.lastWeek.before).toMatchObject({ kind: 'given', value: 383306638 });
  });
});

describe('to date', () => {
  test('a rate to date is Σ numerator ÷ Σ denominator, not the mean of its weeks', () => {
    const series = finalSeries([
      [10, 20],
      [90, 100],
    ]);
    expect(figures(series).toDate.month.now).toMatchObject({ value: about((100 * 100) / 120) });
  });

  test('one week without data leaves the year without a figure, and names the week: never a zero', () => {
    const sums = Array.from({ length: 150 }, (_, index): Sum => (index === 150 - 33 ? null : [90, 100]));
    const { toDate } = figures(finalSeries(sums));
    expect(toDate.year.now).toMatchObject({ kind: 'not-given', reason: 'gap', week: week('2026-W14') });
    expect(toDate.month.now).toMatchObject({ kind: 'given', value: 90 });
    expect(toDate.year.before).toMatchObject({ kind: 'given', value: 90 });
    expect(toDate.year.change).toMatchObject({ kind: 'not-given', reason: 'gap' });
  });
});

describe('against target', () => {
  test('every period stands against the target of the week in view', () => {
    const { lastWeek, toDate } = figures(percentSeries(stable(150)), { target });
    expect(lastWeek.gap).toEqual({ kind: 'given', gap: about(90.1 - 95) });
    expect(toDate.year.gap.kind).toBe('given');
  });

  test('the sum of weeks is not held against the target of one week', () => {
    const series = finalSeries(Array.from({ length: 150 }, (): Sum => [100, 0]));
    const { lastWeek, toDate } = figures(series, {
      indicator: ordersDue,
      target: { ...target, indicator: 'orders-due', value: 90 },
    });
    expect(lastWeek.gap).toEqual({ kind: 'given', gap: 10 });
    expect(toDate.month.gap).toEqual({ kind: 'not-given', reason: 'adds-up' });
  });

  test('without a target there is no distance, and without a figure the reason is the figure’s', () => {
    expect(figures(percentSeries(stable(20))).lastWeek.gap).toEqual({ kind: 'not-given', reason: 'no-target' });
    expect(figures(percentSeries([null]), { target }).lastWeek.gap).toMatchObject({
      kind: 'no-figure',
      figure: { reason: 'gap' },
    });
  });
});

const sum = fc.option(
  fc.tuple(fc.nat(200), fc.nat(300)).map(([n, more]): Sum => [n, n + more]),
  { freq: 8 },
);

describe('laws', () => {
  test('last week is the figure of the measure, wherever that has one', () => {
    fc.assert(
      fc.property(fc.array(sum, { minLength: 1, maxLength: 130 }), (sums) => {
        const series = finalSeries(sums);
        const measure = readMeasure(measureInput({ series }));
        const { lastWeek } = figures(series);
        const shown = lastWeek.now.kind === 'given' ? lastWeek.now.value : null;
        expect(shown).toBe(measure.state === 'figure' ? measure.value : null);
      }),
    );
  });

  test('a period to date is the sum of its weeks, or has no figure', () => {
    fc.assert(
      fc.property(fc.array(sum, { minLength: 60, maxLength: 130 }), (sums) => {
        const series = finalSeries(sums);
        for (const { now } of Object.values(figures(series).toDate)) {
          if (now.kind === 'not-given') continue;
          const points = series.filter((point) => point.week >= now.period.from && point.week <= now.period.to);
          expect(rollUp(points.filter(isJudged))).toMatchObject({
            numerator: now.numerator,
            denominator: now.denominator,
          });
        }
      }),
    );
  });
});
