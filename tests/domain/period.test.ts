import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween, changeOf } from '../../src/domain/change.ts';
import {
  compareToDate,
  monthOfWeek,
  periodFigure,
  periodToDate,
  periodYearBefore,
  weeksOfMonth,
  type PeriodKind,
} from '../../src/domain/period.ts';
import { sixTwelve } from '../../src/domain/six-twelve.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import { about, finalSeries, indicator, week, type Sum } from './build.ts';

const ordersDue = indicator('orders-due');
const onTime = indicator('on-time');
const label = (period: { readonly from: number; readonly to: number }) =>
  `${isoWeekLabel(period.from)}..${isoWeekLabel(period.to)}`;

function counts(values: ReadonlyArray<number | null>, to?: number) {
  return finalSeries(
    values.map((value): Sum => (value === null ? null : [value, 0])),
    to,
  );
}

describe('weekly business review (working-backwards/wbr-app, scenario 1, week ending 25 Sep 2021)', () => {
  const now = week('2021-W38');
  const values = [496725868, 499671126, 464148871, 457477195, 460207741, 470759324];
  const series = counts([383306638, ...Array.from({ length: 46 }, () => 1), ...values], now);

  test.each([
    { comparison: 'previous-week', wanted: 2.2927869 },
    { comparison: 'last-year', wanted: 22.81533303 },
  ] as const)('$comparison: $wanted %', ({ comparison, wanted }) => {
    const change = changeBetween(ordersDue, series, now, comparison);
    const difference = change.kind === 'given' ? change.difference : Number.NaN;
    expect(Math.abs(difference / wanted - 1)).toBeLessThan(1e-6);
  });
});

describe('change', () => {
  test('rates change in percentage points, counts in percent, grades in points', () => {
    expect(changeOf(onTime, 91.4, 91.8, 0)).toMatchObject({ unit: 'pp', difference: about(-0.4, 9) });
    expect(changeOf(ordersDue, 110, 100, 0)).toMatchObject({ unit: 'percent', difference: 10, absolute: 10 });
    expect(changeOf(indicator('service-grade'), 7.4, 7.3, 0)).toMatchObject({ unit: 'points' });
  });

  test('zero stays zero, and a change from zero has no percentage', () => {
    expect(changeOf(ordersDue, 0, 0, 7)).toMatchObject({ kind: 'given', difference: 0 });
    expect(changeOf(ordersDue, 5, 0, 7)).toEqual({ kind: 'not-given', against: 7, reason: 'from-zero' });
  });

  test.each([
    { name: 'a gap', sums: [[90, 100], null, [80, 100]], reason: 'gap' },
    {
      name: 'too few cases',
      sums: [
        [90, 100],
        [5, 9],
        [80, 100],
      ],
      reason: 'too-few',
    },
    {
      name: 'nothing due',
      sums: [
        [90, 100],
        [0, 0],
        [80, 100],
      ],
      reason: 'nothing-due',
    },
    { name: 'the start of the data', sums: [[80, 100]], reason: 'before-data' },
  ] as const)('against $name gives a reason and no figure', ({ sums, reason }) => {
    const change = changeBetween(onTime, finalSeries(sums), week('2026-W46'), 'previous-week');
    expect(change).toEqual({ kind: 'not-given', against: week('2026-W45'), reason });
  });

  test('the year before lies 364 days back, also across a year of 53 weeks', () => {
    const series = counts(
      Array.from({ length: 60 }, (_, index) => 100 + index),
      week('2021-W10'),
    );
    expect(changeBetween(ordersDue, series, week('2021-W10'), 'last-year').against).toBe(week('2020-W11'));
  });
});

describe('periods to date', () => {
  test.each([
    { kind: 'month', at: '2026-W46', fiscal: 1, now: '2026-W45..2026-W46', before: '2025-W45..2025-W46' },
    { kind: 'quarter', at: '2026-W46', fiscal: 1, now: '2026-W40..2026-W46', before: '2025-W40..2025-W46' },
    { kind: 'year', at: '2026-W46', fiscal: 1, now: '2026-W01..2026-W46', before: '2025-W01..2025-W46' },
    { kind: 'year', at: '2026-W46', fiscal: 4, now: '2026-W14..2026-W46', before: '2025-W14..2025-W46' },
    { kind: 'year', at: '2026-W10', fiscal: 10, now: '2025-W40..2026-W10', before: '2024-W40..2025-W10' },
    { kind: 'quarter', at: '2026-W10', fiscal: 2, now: '2026-W06..2026-W10', before: '2025-W06..2025-W10' },
    { kind: 'year', at: '2026-W53', fiscal: 1, now: '2026-W01..2026-W53', before: '2025-W01..2026-W01' },
    { kind: 'month', at: '2026-W01', fiscal: 1, now: '2026-W01..2026-W01', before: '2025-W01..2025-W01' },
  ] as const)('$kind to $at, fiscal year from month $fiscal', ({ kind, at, fiscal, now, before }) => {
    expect(label(periodToDate(kind, week(at), fiscal))).toBe(now);
    expect(label(periodYearBefore(kind, week(at), fiscal))).toBe(before);
  });

  test('both sides hold equally many weeks, hence equally many of each weekday, in any fiscal year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1500, max: 3500 }),
        fc.constantFrom<PeriodKind>('month', 'quarter', 'year'),
        fc.integer({ min: 1, max: 12 }),
        (at, kind, fiscal) => {
          const now = periodToDate(kind, at, fiscal);
          const before = periodYearBefore(kind, at, fiscal);
          expect(now.from).toBeLessThanOrEqual(at);
          expect(before.to - before.from).toBe(now.to - now.from);
          expect([52, 53]).toContain(now.from - before.from);
        },
      ),
    );
  });

  test('every week belongs to one month, and months hold four or five weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 3500 }), (at) => {
        const { year, month } = monthOfWeek(at);
        const { from, to } = weeksOfMonth(year, month);
        expect(from <= at && at <= to).toBe(true);
        expect([4, 5]).toContain(to - from + 1);
      }),
    );
  });

  test('one missing week leaves the period without a figure; it does not turn it into 0', () => {
    const values = Array.from({ length: 120 }, () => 10);
    const holed = counts(values.with(118, null as never));
    const made = compareToDate(ordersDue, holed, 'month', week('2026-W46'), 1);
    expect(made.now).toMatchObject({ kind: 'not-given', reason: 'gap', week: week('2026-W45') });
    expect(made.change).toMatchObject({ kind: 'not-given', reason: 'gap' });
    const whole = compareToDate(ordersDue, counts(values), 'year', week('2026-W46'), 1);
    expect(whole.now).toMatchObject({ kind: 'given', value: 460 });
    expect(whole.change).toMatchObject({ kind: 'given', difference: 0 });
  });

  test('a ratio over weeks is the ratio of sums; a stock stands at the last week', () => {
    const series = finalSeries([
      [20, 100],
      [9, 170],
    ]);
    const period = { from: week('2026-W45'), to: week('2026-W46') };
    expect(periodFigure(onTime, series, period)).toMatchObject({ value: about(10.7407, 4) });
    expect(periodFigure(indicator('open-claims'), counts([40, 42]), period)).toMatchObject({ value: 42 });
  });
});

describe('6–12 chart', () => {
  const series = counts(Array.from({ length: 156 }, (_, index) => 1000 + index));
  const made = sixTwelve(ordersDue, series, week('2026-W46'));

  test('six weeks and twelve months, the running month not complete', () => {
    expect(made.weeks.map((each) => isoWeekLabel(each.week))).toEqual([
      '2026-W41',
      '2026-W42',
      '2026-W43',
      '2026-W44',
      '2026-W45',
      '2026-W46',
    ]);
    expect(made.months.map((each) => `${each.month.year}-${each.month.month}`)).toEqual([
      '2025-12',
      '2026-1',
      '2026-2',
      '2026-3',
      '2026-4',
      '2026-5',
      '2026-6',
      '2026-7',
      '2026-8',
      '2026-9',
      '2026-10',
      '2026-11',
    ]);
    expect(made.months.map((each) => each.complete)).toEqual([...Array.from({ length: 11 }, () => true), false]);
  });

  test('the running month is compared with as many weeks a year before', () => {
    const running = made.months.at(-1);
    expect(running && label(running.figure.period)).toBe('2026-W45..2026-W46');
    expect(running && label(running.yearBefore.period)).toBe('2025-W45..2025-W46');
  });

  test('a year that lies before the data has no figure', () => {
    const young = sixTwelve(ordersDue, counts(Array.from({ length: 30 }, () => 5)), week('2026-W46'));
    expect(young.weeks[0]?.yearBefore).toMatchObject({ kind: 'not-given', reason: 'before-data' });
    expect(young.months[0]?.figure).toMatchObject({ kind: 'not-given', reason: 'before-data' });
  });
});
