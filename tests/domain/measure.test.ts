import { describe, expect, test } from 'vitest';
import type { FigureMeasure, Measure } from '../../src/domain/measure-types.ts';
import { readMeasure } from '../../src/domain/measure.ts';
import { buildSeries } from '../../src/domain/series.ts';
import { sundayOf } from '../../src/domain/week.ts';
import { about, day, finalSeries, indicator, measureInput, percentSeries, stable, week, type Sum } from './build.ts';

const W46 = week('2026-W46');
const target = (value: number, id = 'on-time') => [{ indicator: id, team: null, from: W46 - 200, value }];

function figure(measure: Measure): FigureMeasure {
  if (measure.state !== 'figure') throw new Error(`state is ${measure.state}`);
  return measure;
}

describe('a complete week', () => {
  const series = percentSeries([...stable(59), 89.9]);

  test('carries value, sums, gap, change and grade', () => {
    const measure = figure(readMeasure(measureInput({ series, targets: target(95) })));
    expect(measure).toMatchObject({
      value: 89.9,
      numerator: 899,
      denominator: 1000,
      n: 1000,
      interval: null,
      gap: about(-5.1),
      settlingUntil: null,
      restated: null,
      grade: about((6 * 29.9) / 30),
      change: { kind: 'given', unit: 'pp', against: W46 - 1, difference: about(0.5) },
    });
    expect(measure.latest).toMatchObject({ week: W46, value: 89.9 });
  });

  test.each([
    { name: 'met', value: 89, status: 'on-target', assurance: 'hit-and-miss' },
    { name: 'missed, within reach', value: 90.5, status: 'watch', assurance: 'hit-and-miss' },
    { name: 'missed, out of reach', value: 97, status: 'act', assurance: 'fails' },
  ])('target $name: $status', ({ value, status, assurance }) => {
    const measure = figure(readMeasure(measureInput({ series, targets: target(value) })));
    expect(measure).toMatchObject({ status, judged: status, assurance });
  });

  test('a concerning signal turns a miss into act, an old one does not', () => {
    const dropped = percentSeries([...stable(59), 80]);
    const now = figure(readMeasure(measureInput({ series: dropped, targets: target(90.5) })));
    expect(now.signals.map((signal) => [signal.rule, signal.tone])).toEqual([['outside', 'concerning']]);
    expect(now.status).toBe('act');
    const old = percentSeries([...stable(58), 80, 90]);
    const after = figure(readMeasure(measureInput({ series: old, targets: target(90.5) })));
    expect(after.signals).toEqual([]);
    expect(after.analysis.signals.some((signal) => signal.to === W46 - 1)).toBe(true);
    expect(after.status).toBe('watch');
  });

  test('trial limits judge no capability', () => {
    const young = figure(readMeasure(measureInput({ series: percentSeries(stable(8)), targets: target(99) })));
    expect(young).toMatchObject({ assurance: null, status: 'watch' });
  });

  test('staleness withdraws the status and keeps what was judged', () => {
    const stale = figure(readMeasure(measureInput({ series, targets: target(89), staleness: 'stale' })));
    expect(stale).toMatchObject({ status: 'stale', judged: 'on-target' });
  });

  test('the week is judged by the target then in force', () => {
    const targets = [...target(89), { indicator: 'on-time', team: null, from: W46, value: 99 }];
    expect(figure(readMeasure(measureInput({ series, targets, week: W46 - 1 }))).target?.value).toBe(89);
    expect(figure(readMeasure(measureInput({ series, targets }))).target?.value).toBe(99);
  });

  test('an indicator that takes no target has none, whatever was sent', () => {
    const orders = measureInput({ indicator: indicator('orders-due'), series, targets: target(5, 'orders-due') });
    expect(figure(readMeasure(orders))).toMatchObject({ target: null, gap: null, status: 'no-target', n: null });
  });

  test('with 10 to 29 cases it shows its interval, in the unit shown', () => {
    const sums: readonly Sum[] = [
      [20, 25],
      [20, 25],
      [8, 10],
    ];
    const measure = figure(readMeasure(measureInput({ series: finalSeries(sums) })));
    expect(measure.interval?.lower).toBeCloseTo(49.01625, 4);
    expect(measure.interval?.upper).toBeCloseTo(94.33178, 4);
  });

  test('a restated figure says what it was; an unchanged one does not', () => {
    const was = (numerator: number) => [
      {
        indicator: 'on-time',
        team: null,
        week: W46,
        wasNumerator: numerator,
        wasDenominator: 1000,
        at: null,
        importId: null,
      },
    ];
    expect(figure(readMeasure(measureInput({ series, restatements: was(941) }))).restated).toEqual({ was: 94.1 });
    expect(figure(readMeasure(measureInput({ series, restatements: was(899) }))).restated).toBeNull();
  });

  test('settling weeks are judged and say until when they may move', () => {
    const settling = buildSeries({
      from: W46 - 1,
      numerators: [900, 910],
      denominators: [1000, 1000],
      coveredTo: day('2026-11-15'),
      lagDays: 0,
      today: day('2026-11-17'),
    });
    expect(figure(readMeasure(measureInput({ series: settling }))).settlingUntil).toBe(day('2026-11-22'));
  });

  test('a confirmed change of another team or indicator does not cut the limits', () => {
    const change = { day: sundayOf(W46 - 20), week: W46 - 20, text: 'New depot', kind: 'change' as const };
    const annotations = [
      { ...change, indicator: null, team: 'north' },
      { ...change, indicator: 'in-full', team: null },
    ];
    expect(readMeasure(measureInput({ series, annotations })).analysis.segments).toHaveLength(1);
    expect(readMeasure(measureInput({ series, annotations, lineage: ['north'] })).analysis.segments).toHaveLength(2);
  });
});

describe('the other states', () => {
  test('too few: the number, and 12 weeks together where they are enough', () => {
    const sums = Array.from({ length: 14 }, (): Sum => [3, 4]);
    const measure = readMeasure(measureInput({ series: finalSeries(sums) }));
    expect(measure).toMatchObject({ state: 'too-few', n: 4, trailing: { weeks: 12, value: 75, n: 48 }, latest: null });
    const alone = readMeasure(measureInput({ series: finalSeries([[3, 4]]) }));
    expect(alone).toMatchObject({ state: 'too-few', n: 4, trailing: null });
  });

  test('nothing due is neither zero nor a gap', () => {
    const series = finalSeries([
      [90, 100],
      [0, 0],
    ]);
    expect(readMeasure(measureInput({ series }))).toMatchObject({ state: 'nothing-due', latest: { week: W46 - 1 } });
  });

  test('a count of zero is a figure', () => {
    const series = finalSeries([
      [5, 0],
      [0, 0],
    ]);
    const measure = readMeasure(measureInput({ indicator: indicator('claims-opened'), series }));
    expect(measure).toMatchObject({ state: 'figure', value: 0, change: { difference: -100, absolute: -5 } });
  });

  test('a gap keeps the last figure known, with its status', () => {
    const series = percentSeries([...stable(40), null]);
    const measure = readMeasure(measureInput({ series, targets: target(89) }));
    expect(measure).toMatchObject({ state: 'gap', latest: { week: W46 - 1, status: 'on-target' } });
  });

  test('weeks before and after the data are gaps', () => {
    const series = percentSeries(stable(5));
    expect(readMeasure(measureInput({ series, week: W46 + 1 }))).toMatchObject({ state: 'gap', latest: { week: W46 } });
    expect(readMeasure(measureInput({ series, week: W46 - 9 }))).toMatchObject({ state: 'gap', latest: null });
  });

  test('nothing imported says which records are missing', () => {
    const series = finalSeries([null, null]);
    const measure = readMeasure(measureInput({ series, missing: ['claims', 'contacts'] }));
    expect(measure).toMatchObject({ state: 'no-data', needs: ['claims', 'contacts'] });
    expect(readMeasure(measureInput({ series: [], missing: ['claims'] })).state).toBe('no-data');
    expect(readMeasure(measureInput({ series: [], missing: [] }))).toMatchObject({ state: 'no-data', needs: [] });
  });

  test.each([
    {
      name: 'current',
      today: '2026-11-12',
      coveredTo: '2026-11-11',
      lagDays: 0,
      wanted: { state: 'current', coveredDays: 3 },
    },
    {
      name: 'immature',
      today: '2026-11-18',
      coveredTo: '2026-11-17',
      lagDays: 7,
      wanted: { state: 'immature', settlesOn: day('2026-11-23') },
    },
  ])('$name: hollow, without status, change or signal', ({ today, coveredTo, lagDays, wanted }) => {
    const numerators = [...stable(30).map((value) => Math.round(value * 10)), 400];
    const series = buildSeries({
      from: W46 - 30,
      numerators,
      denominators: [...stable(30).map(() => 1000), 1000],
      coveredTo: day(coveredTo),
      lagDays,
      today: day(today),
    });
    const measure = readMeasure(measureInput({ series, targets: target(89) }));
    expect(measure).toMatchObject({ ...wanted, value: 40, n: 1000 });
    expect(measure).not.toHaveProperty('status');
    expect(measure.analysis.values.at(-1)).toBeNull();
    expect(measure.latest?.week).toBeLessThan(W46);
  });

  test('a hollow week of too few cases shows no rate either', () => {
    const series = buildSeries({
      from: W46,
      numerators: [3],
      denominators: [4],
      coveredTo: day('2026-11-11'),
      lagDays: 0,
      today: day('2026-11-12'),
    });
    expect(readMeasure(measureInput({ series }))).toMatchObject({ state: 'current', value: null, n: 4 });
  });
});
