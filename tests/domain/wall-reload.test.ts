import { describe, expect, it } from 'vitest';
import {
  mayTakeBuild,
  nightIsDue,
  remember,
  spreadOf,
  waitAfterFailure,
  type Reload,
} from '../../src/domain/wall-reload.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 16, 9);
const build = (id: string, at: number): Reload => ({ at, why: 'build', build: id });
const failure = (at: number): Reload => ({ at, why: 'failure', build: null });

describe('a new build', () => {
  it('is taken once in six hours', () => {
    expect(mayTakeBuild([], 'b', NOW)).toBe(true);
    expect(mayTakeBuild([build('b', NOW - 5 * HOUR)], 'b', NOW)).toBe(false);
  });

  it('is taken again where the service goes back to it weeks later', () => {
    expect(mayTakeBuild([build('a', NOW - 500 * HOUR), build('b', NOW - 24 * HOUR)], 'a', NOW)).toBe(true);
  });

  it('is not the fourth within an hour', () => {
    const three = [build('a', NOW - 50 * MINUTE), build('b', NOW - 20 * MINUTE), build('c', NOW - MINUTE)];
    expect(mayTakeBuild(three, 'd', NOW)).toBe(false);
    expect(mayTakeBuild(three, 'd', NOW + 11 * MINUTE)).toBe(true);
  });

  it('is not let through by a clock that was set back', () => {
    const ahead = ['a', 'b', 'c'].map((id) => build(id, NOW + 5 * MINUTE));
    expect(mayTakeBuild(ahead, 'd', NOW)).toBe(false);
  });
});

describe('a page that failed', () => {
  it('waits longer each time, to half an hour', () => {
    const waits = [0, 1, 2, 3, 4, 9].map((count) =>
      waitAfterFailure(
        Array.from({ length: count }, (_, index) => failure(NOW - index * MINUTE)),
        NOW,
      ),
    );
    expect(waits).toEqual([5000, 30_000, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 30 * MINUTE]);
  });

  it('is as good as new after a quiet day', () => {
    expect(waitAfterFailure([failure(NOW - 24 * HOUR)], NOW)).toBe(5000);
  });
});

describe('what is remembered of reloads', () => {
  it('does not grow for ever, and keeps the newest', () => {
    let reloads: readonly Reload[] = [];
    for (let index = 0; index < 500; index += 1) reloads = remember(reloads, build(`b${index}`, NOW + index));
    expect(reloads).toHaveLength(100);
    expect(reloads.at(-1)?.build).toBe('b499');
  });
});

describe('the quiet reload of the night', () => {
  // 04:00 in Madrid is 03:00 UTC in winter.
  const night = { reloadAt: '04:00', timeZone: 'Europe/Madrid', spread: 0 };
  const morning = Date.parse('2026-11-15T08:00:00Z');

  it('is due from its time of day on, once', () => {
    expect(nightIsDue(night, morning, Date.parse('2026-11-16T02:59:00Z'))).toBe(false);
    const moment = Date.parse('2026-11-16T03:00:00Z');
    expect(nightIsDue(night, morning, moment)).toBe(true);
    for (const hours of [0.1, 1, 5, 23]) expect(nightIsDue(night, moment, moment + hours * HOUR)).toBe(false);
    expect(nightIsDue(night, moment, moment + 24 * HOUR)).toBe(true);
  });

  it('waits for as long as the service is not heard', () => {
    expect(nightIsDue(night, morning, Date.parse('2026-11-16T09:00:00Z'))).toBe(true);
  });

  it('does not come to a screen that was just switched on', () => {
    expect(nightIsDue(night, Date.parse('2026-11-16T02:50:00Z'), Date.parse('2026-11-16T03:01:00Z'))).toBe(false);
  });

  it('is spread over twenty minutes, always the same for one display', () => {
    const late = { ...night, spread: 0.5 };
    expect(nightIsDue(late, morning, Date.parse('2026-11-16T03:09:59Z'))).toBe(false);
    expect(nightIsDue(late, morning, Date.parse('2026-11-16T03:10:00Z'))).toBe(true);
    expect(spreadOf('d1')).toBe(spreadOf('d1'));
    const spreads = Array.from({ length: 200 }, (_, index) => spreadOf(`display-${index}`));
    expect(Math.min(...spreads)).toBeLessThan(0.1);
    expect(Math.max(...spreads)).toBeGreaterThan(0.9);
  });

  it('comes in the night in which the clocks change', () => {
    // 02:30 does not exist on 28 March 2027: it is 03:30 then, 01:30 UTC.
    const skipped = { ...night, reloadAt: '02:30' };
    const evening = Date.parse('2027-03-27T20:00:00Z');
    expect(nightIsDue(skipped, evening, Date.parse('2027-03-28T01:29:00Z'))).toBe(false);
    expect(nightIsDue(skipped, evening, Date.parse('2027-03-28T01:30:00Z'))).toBe(true);
  });
});
