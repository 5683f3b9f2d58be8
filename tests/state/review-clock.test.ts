import { beforeEach, describe, expect, test } from 'vitest';
import {
  addSeconds,
  clockKey,
  clockOf,
  markDiscussed,
  minutesIn,
  openClock,
  useReviewClock,
} from '../../src/state/review-clock.ts';

beforeEach(() => openClock(`kept:review:test-${Math.random()}`));

describe('the clock of a review', () => {
  test('counts each section by itself and shows whole minutes, rounded down', () => {
    addSeconds('exceptions', 119);
    addSeconds('words', 30);
    addSeconds('exceptions', 0.5);
    const clock = useReviewClock.getState();
    expect(minutesIn(clock, 'exceptions')).toBe(1);
    expect(minutesIn(clock, 'words')).toBe(0);
    expect(minutesIn(clock, 'actions')).toBe(0);
  });

  test('ticks a measure off once', () => {
    markDiscussed('on-time');
    markDiscussed('in-full');
    markDiscussed('on-time');
    expect(useReviewClock.getState().discussed).toEqual(['on-time', 'in-full']);
  });

  test('another week or scope has a clock of its own', () => {
    addSeconds('exceptions', 60);
    openClock(clockKey('2026-W45', ['north']));
    expect(useReviewClock.getState()).toMatchObject({ spent: {}, discussed: [] });
    expect(clockKey('2026-W45', ['north'])).not.toBe(clockKey('2026-W45', []));
  });
});

describe('what was stored', () => {
  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['a number', '7'],
    ['null', 'null'],
    ['fields of other kinds', '{"spent":[true],"discussed":{"a":1}}'],
    ['times that cannot be', '{"spent":{"exceptions":-4,"words":"long","since":1e300},"discussed":[7]}'],
  ])('%s gives an empty clock', (_, text) => {
    expect(clockOf(text)).toEqual({ spent: {}, discussed: [] });
  });

  test('comes back as it was', () => {
    const clock = { spent: { exceptions: 61.5 }, discussed: ['on-time'] };
    expect(clockOf(JSON.stringify(clock))).toEqual(clock);
  });
});
