import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate, isoWeekLabel, parseIsoDate, weekOfDay } from '../../src/domain/week.ts';
import { dayOfInstant, startOfDay, weekOfInstant, zoneClock } from '../../src/domain/zone.ts';

const HOUR = 3_600_000;
const ZONES = [
  'Europe/Madrid',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Santiago',
  'UTC',
] as const;

function localDateByIntl(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

const instants = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2036, 0, 1) });
const day = (text: string) => parseIsoDate(text) ?? Number.NaN;

describe('local days', () => {
  test.each(ZONES)('%s: cached offsets agree with Intl at any instant', (timeZone) => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(isoDate(dayOfInstant(instant, timeZone))).toBe(localDateByIntl(instant, timeZone));
      }),
    );
  });

  test.each(ZONES)('%s: a day starts where the day before ends, also where clocks change', (timeZone) => {
    fc.assert(
      fc.property(fc.integer({ min: 1826, max: 24_106 }), (each) => {
        const start = startOfDay(each, timeZone);
        expect(dayOfInstant(start, timeZone)).toBeGreaterThanOrEqual(each);
        expect(dayOfInstant(start - 1, timeZone)).toBeLessThan(each);
        expect(zoneClock(timeZone).endOfDay(each)).toBe(startOfDay(each + 1, timeZone) - 1);
      }),
    );
  });

  test.each(ZONES)('%s: local time round-trips through its instant where the clock shows it', (timeZone) => {
    const clock = zoneClock(timeZone);
    fc.assert(
      fc.property(instants, (instant) => {
        const local = instant + clock.offsetAt(instant);
        const localDay = Math.floor(local / (24 * HOUR));
        const back = clock.instantOfLocal(localDay, local - localDay * 24 * HOUR);
        expect(back + clock.offsetAt(back)).toBe(local);
        expect(back).toBeLessThanOrEqual(instant);
      }),
    );
  });

  test.each([
    { zone: 'Europe/Madrid', date: '2026-03-29', hours: 23 },
    { zone: 'Europe/Madrid', date: '2026-10-25', hours: 25 },
    { zone: 'America/New_York', date: '2026-03-08', hours: 23 },
    { zone: 'America/New_York', date: '2026-11-01', hours: 25 },
    { zone: 'Australia/Lord_Howe', date: '2026-04-05', hours: 24.5 },
    { zone: 'Australia/Lord_Howe', date: '2026-10-04', hours: 23.5 },
    { zone: 'Asia/Kathmandu', date: '2026-03-29', hours: 24 },
    { zone: 'Pacific/Apia', date: '2011-12-30', hours: 0 },
    { zone: 'UTC', date: '2026-03-29', hours: 24 },
  ])('$date in $zone lasts $hours hours', ({ zone, date, hours }) => {
    expect((startOfDay(day(date) + 1, zone) - startOfDay(day(date), zone)) / HOUR).toBe(hours);
  });

  test('a late Sunday evening belongs to the local week, not to that of UTC', () => {
    const sundayLate = Date.UTC(2026, 10, 15, 23, 30);
    expect(isoWeekLabel(weekOfInstant(sundayLate, 'UTC'))).toBe('2026-W46');
    expect(isoWeekLabel(weekOfInstant(sundayLate, 'Europe/Madrid'))).toBe('2026-W47');
    expect(isoWeekLabel(weekOfInstant(sundayLate, 'America/New_York'))).toBe('2026-W46');
  });

  test('weeks never run backwards with time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, fc.nat({ max: 40 * 24 }), (zone, instant, hours) => {
        expect(weekOfInstant(instant + hours * HOUR, zone)).toBeGreaterThanOrEqual(weekOfInstant(instant, zone));
      }),
    );
  });

  test('a time that the clock skips moves forward, one that occurs twice is the first', () => {
    const madrid = zoneClock('Europe/Madrid');
    expect(new Date(madrid.instantOfLocal(day('2026-03-29'), 2.5 * HOUR)).toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(new Date(madrid.instantOfLocal(day('2026-10-25'), 2.5 * HOUR)).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  test('a day that the zone leaves out is no week of its own', () => {
    const skipped = day('2011-12-30');
    expect(startOfDay(skipped, 'Pacific/Apia')).toBe(startOfDay(skipped + 1, 'Pacific/Apia'));
    expect(weekOfInstant(startOfDay(skipped, 'Pacific/Apia'), 'Pacific/Apia')).toBe(weekOfDay(skipped));
  });

  test('an unknown zone is refused', () => {
    expect(() => zoneClock('Mars/Olympus')).toThrow(RangeError);
  });
});
