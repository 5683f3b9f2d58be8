import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateOfDay,
  dayOfDate,
  daysInMonth,
  isoDate,
  isoWeekLabel,
  isoWeekParts,
  mondayOf,
  parseIsoDate,
  parseIsoWeek,
  sundayOf,
  weekday,
  weekOfDay,
  weekOfIsoParts,
} from '../../src/domain/week.ts';

const DAY_MS = 86_400_000;
/** About the years 1000 to 3000. */
const anyDay = fc.integer({ min: -354_000, max: 376_000 });

describe('weeks', () => {
  test.each([
    { date: '1969-12-29', label: '1970-W01', day: -3 },
    { date: '1970-01-01', label: '1970-W01', day: 0 },
    { date: '2020-12-31', label: '2020-W53', day: 18_627 },
    { date: '2021-01-03', label: '2020-W53', day: 18_630 },
    { date: '2021-01-04', label: '2021-W01', day: 18_631 },
    { date: '2024-12-30', label: '2025-W01', day: 20_087 },
    { date: '2026-11-15', label: '2026-W46', day: 20_772 },
    { date: '2027-01-03', label: '2026-W53', day: 20_821 },
    { date: '2027-01-04', label: '2027-W01', day: 20_822 },
  ])('$date lies in $label: the year end does not split a week', ({ date, label, day }) => {
    expect(parseIsoDate(date)).toBe(day);
    expect(isoWeekLabel(weekOfDay(day))).toBe(label);
    expect(isoDate(day)).toBe(date);
  });

  test('dates agree with the platform calendar on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS);
        const wanted = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(dateOfDay(day)).toEqual(wanted);
        expect(dayOfDate(wanted.year, wanted.month, wanted.day)).toBe(day);
        expect(weekday(day)).toBe(date.getUTCDay() || 7);
      }),
    );
  });

  test('a week holds its seven days and round-trips through its label, across year ends', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = weekOfDay(day);
        expect(mondayOf(week)).toBeLessThanOrEqual(day);
        expect(sundayOf(week)).toBeGreaterThanOrEqual(day);
        expect(sundayOf(week) - mondayOf(week)).toBe(6);
        expect(weekday(mondayOf(week))).toBe(1);
        expect(parseIsoWeek(isoWeekLabel(week))).toBe(week);
        const parts = isoWeekParts(week);
        expect(weekOfIsoParts(parts.year, parts.week)).toBe(week);
      }),
    );
  });

  test.each(['2025-W53', '2026-W00', '2026-W54', '2026-W5', '26-W05', '2026W05', '2026-W05 ', '', 'W05', '2026-w05'])(
    '%j is no week',
    (text) => {
      expect(parseIsoWeek(text)).toBeNull();
    },
  );

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '2026-01-00', '', '2026-01-01T00:00'])(
    '%j is no date',
    (text) => {
      expect(parseIsoDate(text)).toBeNull();
    },
  );

  test.each([
    { year: 2024, month: 2, days: 29 },
    { year: 1900, month: 2, days: 28 },
    { year: 2000, month: 2, days: 29 },
    { year: 2026, month: 12, days: 31 },
  ])('$year-$month has $days days', ({ year, month, days }) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  test('months outside 1..12 run on into the neighbouring year', () => {
    expect(isoDate(dayOfDate(2026, 13, 1))).toBe('2027-01-01');
    expect(isoDate(dayOfDate(2026, 0, 1))).toBe('2025-12-01');
    expect(isoDate(dayOfDate(2026, -11, 1))).toBe('2025-01-01');
  });
});
