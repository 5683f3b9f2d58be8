import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { beginsNext, isOn, lastTimeAt, lightAt, type Hours } from '../../src/domain/wall-schedule.ts';

const MADRID = 'Europe/Madrid';
const at = (text: string): number => Date.parse(text);
const WORK: Hours = { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' };
const NIGHT: Hours = { days: [5], from: '22:00', to: '06:00' };
const ALL = [1, 2, 3, 4, 5, 6, 7];

describe('the hours of a slide', () => {
  // Madrid is an hour ahead of UTC in November. Monday 16 November 2026.
  const table: ReadonlyArray<readonly [name: string, hours: Hours | null, instant: string, on: boolean]> = [
    ['no hours are always', null, '2026-11-16T03:00:00Z', true],
    ['the minute before they begin', WORK, '2026-11-16T06:59:59Z', false],
    ['the minute in which they begin', WORK, '2026-11-16T07:00:00Z', true],
    ['the minute in which they end', WORK, '2026-11-16T17:00:00Z', false],
    ['a Saturday', WORK, '2026-11-21T10:00:00Z', false],
    ['over midnight: Friday evening', NIGHT, '2026-11-20T21:00:00Z', true],
    ['over midnight: Saturday before six', NIGHT, '2026-11-21T04:59:00Z', true],
    ['over midnight: Saturday at six', NIGHT, '2026-11-21T05:00:00Z', false],
    ['over midnight: Friday before six belongs to Thursday', NIGHT, '2026-11-20T04:00:00Z', false],
    ['over midnight: Saturday evening', NIGHT, '2026-11-21T22:00:00Z', false],
    ['the same time twice is the whole day', { days: [1], from: '00:00', to: '00:00' }, '2026-11-16T11:00:00Z', true],
    ['and that day alone', { days: [1], from: '00:00', to: '00:00' }, '2026-11-17T11:00:00Z', false],
  ];
  test.each(table)('%s', (_, hours, instant, on) => {
    expect(isOn(hours, at(instant), MADRID)).toBe(on);
  });

  it('are those of the clock on the wall, also where it changes', () => {
    // 25 October 2026: at 03:00 summer time it is 02:00 again.
    const early: Hours = { days: [7], from: '02:30', to: '03:30' };
    expect(isOn(early, at('2026-10-25T00:45:00Z'), MADRID)).toBe(true);
    expect(isOn(early, at('2026-10-25T01:15:00Z'), MADRID)).toBe(false);
    expect(isOn(early, at('2026-10-25T01:45:00Z'), MADRID)).toBe(true);
  });

  it('begin next on the next of their days', () => {
    expect(beginsNext(WORK, at('2026-11-20T18:00:00Z'), MADRID)).toBe(at('2026-11-23T07:00:00Z'));
    expect(beginsNext(WORK, at('2026-11-16T05:00:00Z'), MADRID)).toBe(at('2026-11-16T07:00:00Z'));
    expect(beginsNext(null, at('2026-11-16T05:00:00Z'), MADRID)).toBeNull();
  });

  it('hold at the moment at which they begin next, not before, in every zone', () => {
    const times = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.record({ days: fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1 }), from: times, to: times }),
        fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
        fc.constantFrom(MADRID, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hours, instant, zone, share) => {
          const next = beginsNext(hours, instant, zone);
          if (next === null) return;
          expect(next).toBeGreaterThan(instant);
          expect(isOn(hours, next, zone)).toBe(true);
          if (isOn(hours, instant, zone)) return;
          const between = instant + Math.floor((next - 1 - instant) * share);
          // Hours that the clock skips or repeats may hold for a moment without beginning.
          expect(isOn(hours, between, zone) && isOn(hours, between - 3 * 3_600_000, zone)).toBe(false);
        },
      ),
    );
  });
});

describe('the light of the picture', () => {
  const dim = { from: '22:00', to: '06:00', level: 0.3 };
  it('is less between the hours, every night', () => {
    expect(lightAt(dim, at('2026-11-16T20:59:00Z'), MADRID)).toBe(1);
    expect(lightAt(dim, at('2026-11-16T21:00:00Z'), MADRID)).toBe(0.3);
    expect(lightAt(dim, at('2026-11-17T04:59:00Z'), MADRID)).toBe(0.3);
    expect(lightAt(dim, at('2026-11-17T05:00:00Z'), MADRID)).toBe(1);
    expect(lightAt(null, at('2026-11-16T23:00:00Z'), MADRID)).toBe(1);
  });
});

describe('the last time that a clock stood at a time of day', () => {
  it('is today or yesterday', () => {
    expect(lastTimeAt('04:00', at('2026-11-16T03:00:00Z'), MADRID)).toBe(at('2026-11-16T03:00:00Z'));
    expect(lastTimeAt('04:00', at('2026-11-16T02:59:00Z'), MADRID)).toBe(at('2026-11-15T03:00:00Z'));
  });
});
