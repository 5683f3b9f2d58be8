import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSeries, isJudged, latestJudged, pointAt } from '../../src/domain/series.ts';
import { sundayOf } from '../../src/domain/week.ts';
import { day, week } from './build.ts';

const W46 = week('2026-W46');

function oneWeek(
  coveredTo: string | null,
  today: string,
  lagDays = 0,
  sums: readonly [number | null, number | null] = [0, 7],
) {
  const [point] = buildSeries({
    from: W46,
    numerators: [sums[0]],
    denominators: [sums[1]],
    coveredTo: coveredTo === null ? null : day(coveredTo),
    lagDays,
    today: day(today),
  });
  return point;
}

describe('how a week stands in time', () => {
  /* Week 46 of 2026 is 9 to 15 November. */
  test.each([
    { name: 'nothing covered is a gap', coveredTo: null, today: '2026-12-31', kind: 'gap' },
    { name: 'covered to the Sunday before is a gap', coveredTo: '2026-11-08', today: '2026-11-10', kind: 'gap' },
    { name: 'running', coveredTo: '2026-11-11', today: '2026-11-12', kind: 'current', coveredDays: 3 },
    {
      name: 'ended, not covered to its end',
      coveredTo: '2026-11-14',
      today: '2026-12-31',
      kind: 'current',
      coveredDays: 6,
    },
    {
      name: 'covered, its Sunday not over',
      coveredTo: '2026-11-15',
      today: '2026-11-15',
      kind: 'current',
      coveredDays: 7,
    },
    {
      name: 'ended yesterday',
      coveredTo: '2026-11-15',
      today: '2026-11-16',
      kind: 'settling',
      settlingUntil: '2026-11-22',
    },
    {
      name: 'last day of settling',
      coveredTo: '2026-11-15',
      today: '2026-11-22',
      kind: 'settling',
      settlingUntil: '2026-11-22',
    },
    { name: 'final', coveredTo: '2026-11-15', today: '2026-11-23', kind: 'final' },
    {
      name: 'lag not over',
      coveredTo: '2026-11-22',
      today: '2026-11-22',
      lagDays: 7,
      kind: 'immature',
      settlesOn: '2026-11-23',
    },
    {
      name: 'lag over, but not in the data',
      coveredTo: '2026-11-15',
      today: '2026-12-31',
      lagDays: 7,
      kind: 'immature',
      settlesOn: '2026-11-23',
    },
    {
      name: 'lag over',
      coveredTo: '2026-11-22',
      today: '2026-11-23',
      lagDays: 7,
      kind: 'settling',
      settlingUntil: '2026-11-29',
    },
    { name: 'final after lag and settling', coveredTo: '2026-11-22', today: '2026-11-30', lagDays: 7, kind: 'final' },
  ])('$name', ({ coveredTo, today, lagDays, kind, coveredDays, settlingUntil, settlesOn }) => {
    expect(oneWeek(coveredTo, today, lagDays)).toMatchObject({
      kind,
      ...(coveredDays === undefined ? {} : { coveredDays }),
      ...(settlingUntil === undefined ? {} : { settlingUntil: day(settlingUntil) }),
      ...(settlesOn === undefined ? {} : { settlesOn: day(settlesOn) }),
    });
  });

  test.each([[[null, null]], [[null, 5]], [[3, null]]] as const)('%j is a gap, never a zero', (sums) => {
    expect(oneWeek('2026-11-15', '2026-12-31', 0, sums)).toEqual({ kind: 'gap', week: W46 });
  });

  test('a gap never becomes a figure and no week is lost, whatever the calendar', () => {
    const sum = fc.option(fc.nat({ max: 1000 }));
    fc.assert(
      fc.property(
        fc.array(sum, { maxLength: 60 }),
        fc.integer({ min: -30, max: 450 }),
        fc.integer({ min: -30, max: 450 }),
        fc.nat({ max: 30 }),
        (sums, covered, now, lagDays) => {
          const series = buildSeries({
            from: W46,
            numerators: sums,
            denominators: sums,
            coveredTo: sundayOf(W46) + covered,
            lagDays,
            today: sundayOf(W46) + now,
          });
          expect(series.map((point) => point.week)).toEqual(sums.map((_, index) => W46 + index));
          const wrong = series.filter((point, index) =>
            sums[index] === null ? point.kind !== 'gap' : isJudged(point) && point.numerator !== sums[index],
          );
          expect(wrong).toEqual([]);
        },
      ),
    );
  });
});

describe('finding points', () => {
  const series = buildSeries({
    from: W46 - 3,
    numerators: [1, null, 3, 4],
    denominators: [10, null, 10, 10],
    coveredTo: sundayOf(W46 - 1),
    lagDays: 0,
    today: sundayOf(W46 - 1) + 3,
  });

  test('the running week is never the latest', () => {
    expect(latestJudged(series)?.week).toBe(W46 - 1);
  });

  test('the latest at a gap is the week before it', () => {
    expect(latestJudged(series, W46 - 2)?.week).toBe(W46 - 3);
    expect(latestJudged(series, W46 - 4)).toBeNull();
  });

  test('a week outside the series is null', () => {
    expect(pointAt(series, W46 - 4)).toBeNull();
    expect(pointAt(series, W46 + 1)).toBeNull();
    expect(pointAt([], W46)).toBeNull();
    expect(pointAt(series, W46 - 2)?.kind).toBe('gap');
  });
});
