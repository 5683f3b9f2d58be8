import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/domain/measure-types.ts';
import { readMeasure } from '../../src/domain/measure.ts';
import { restatedWeeks } from '../../src/domain/restated-weeks.ts';
import { statusChanges, type StatusPair } from '../../src/domain/status-change.ts';
import type { JudgedStatus } from '../../src/domain/status.ts';
import { indicator, measureInput, percentSeries, stable, week } from './build.ts';

const W46 = week('2026-W46');
const plain = readMeasure(measureInput({ series: percentSeries(stable(30)) }));
const judged = (status: JudgedStatus): Measure => {
  if (plain.state !== 'figure') throw new Error(plain.state);
  return { ...plain, judged: status, status };
};
const pair = (id: string, before: Measure | null, now: Measure | null): StatusPair => ({
  indicator: indicator(id),
  before,
  now,
});
const gap: Measure = { ...plain, state: 'gap', withheld: null };

describe('statuses since the last review', () => {
  test('what got worse comes before what got better, and what stayed is not told', () => {
    const changes = statusChanges([
      pair('right-first-time', judged('watch'), judged('on-target')),
      pair('in-full', judged('watch'), judged('watch')),
      pair('orders-due', judged('no-target'), judged('watch')),
      pair('on-time', judged('on-target'), judged('act')),
    ]);
    expect(changes.map(({ indicator: { id }, from, to }) => [id, from, to])).toEqual([
      ['on-time', 'on-target', 'act'],
      ['right-first-time', 'watch', 'on-target'],
      ['orders-due', 'no-target', 'watch'],
    ]);
  });

  test.each([
    { name: 'a gap now', before: judged('act'), now: gap },
    { name: 'a gap then', before: gap, now: judged('act') },
    { name: 'not read then', before: null, now: judged('act') },
  ])('$name is no change of status', ({ before, now }) => {
    expect(statusChanges([pair('on-time', before, now)])).toEqual([]);
  });

  test('too few cases is a status of its own: "watch" may not seem to stand on', () => {
    const few: Measure = { ...plain, state: 'too-few', n: 4, trailing: null };
    expect(statusChanges([pair('on-time', judged('watch'), few)])).toMatchObject([{ to: 'not-enough-data' }]);
  });
});

describe('figures that were restated', () => {
  const onTime = indicator('on-time');
  const shown = (value: number): string => value.toFixed(1);
  const was = percentSeries([90, 91, 92, 94.1]);
  const span = { from: W46 - 3, to: W46 };

  test('a week that reads otherwise is named with both figures, the newest first', () => {
    const now = percentSeries([90, 91.5, 92, 93.6]);
    const found = restatedWeeks(onTime, was, now, span, shown);
    expect(found.map((each) => [each.week - W46, shown(each.was), each.now === null ? null : shown(each.now)])).toEqual(
      [
        [0, '94.1', '93.6'],
        [-2, '91.0', '91.5'],
      ],
    );
  });

  test('a week that is gone says so; one that is new is not restated', () => {
    const gone = percentSeries([90, 91, 92, null]);
    expect(restatedWeeks(onTime, was, gone, span, shown)).toMatchObject([{ week: W46, now: null }]);
    expect(restatedWeeks(onTime, gone, was, span, shown)).toEqual([]);
  });

  test('what no reader can see has not been restated', () => {
    const fine = (value: number): string => value.toFixed(0);
    expect(restatedWeeks(onTime, was, percentSeries([90, 91, 92, 94.2]), span, fine)).toEqual([]);
  });

  test('weeks outside the span are not compared', () => {
    const now = percentSeries([80, 91, 92, 94.1]);
    expect(restatedWeeks(onTime, was, now, { from: W46 - 2, to: W46 }, shown)).toEqual([]);
  });
});
