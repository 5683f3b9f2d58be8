import { describe, expect, test } from 'vitest';
import { placeOf } from '../../../server/auth/client-address.ts';
import { growingDelays } from '../../../server/auth/delays.ts';
import { countTries } from '../../../server/auth/tries.ts';
import { createUses } from '../../../server/auth/uses.ts';

const fakeClock = () => {
  let now = 1_000_000;
  return { clock: () => now, pass: (seconds: number) => (now += seconds * 1000) };
};

describe('delays that grow', () => {
  test('failures after the free ones that cost nothing, or more than a quarter of an hour', () => {
    const { clock, pass } = fakeClock();
    const delays = growingDelays({ clock, free: 3, mostSeconds: 900 });
    const waits = Array.from({ length: 16 }, () => {
      delays.failed('a');
      const wait = delays.wait('a');
      pass(wait);
      return wait;
    });
    expect(waits).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
    expect(delays.wait('a')).toBe(0);
  });

  test('a failure of one that holds up another, a success that forgives nothing, a day that does not', () => {
    const { clock, pass } = fakeClock();
    const delays = growingDelays({ clock, free: 0, mostSeconds: 900 });
    delays.failed('a');
    expect([delays.wait('a'), delays.wait('b')]).toEqual([2, 0]);
    delays.forget('a');
    expect(delays.wait('a')).toBe(0);
    delays.failed('b');
    delays.failed('b');
    pass(86_400 + 4);
    delays.failed('b');
    expect(delays.wait('b')).toBe(2);
  });

  test('a clock that jumps back, and holds somebody up for ever', () => {
    const { clock, pass } = fakeClock();
    const delays = growingDelays({ clock, free: 0, mostSeconds: 60 });
    delays.failed('a');
    pass(-3600);
    expect(delays.wait('a')).toBeLessThanOrEqual(60);
  });

  test('keys of an attacker that fill the memory', () => {
    const { clock } = fakeClock();
    const delays = growingDelays({ clock, free: 0, mostSeconds: 60, most: 100 });
    for (let index = 0; index < 1000; index += 1) delays.failed(String(index));
    expect(delays.size()).toBe(100);
    expect(delays.wait('999')).toBe(2);
  });
});

describe('tries that are counted', () => {
  test('a burst that is not let through, or more than one every ten seconds after it', () => {
    const { clock, pass } = fakeClock();
    const tries = countTries({ clock, burst: 3, seconds: 10 });
    for (let index = 0; index < 3; index += 1) {
      expect(tries.wait('a')).toBe(0);
      tries.failed('a');
    }
    expect(tries.wait('a')).toBe(10);
    pass(9);
    expect(tries.wait('a')).toBe(1);
    pass(1);
    expect(tries.wait('a')).toBe(0);
    tries.failed('a');
    expect([tries.wait('a'), tries.wait('b')]).toEqual([10, 0]);
    pass(3600);
    for (let index = 0; index < 3; index += 1) tries.failed('a');
    expect(tries.wait('a')).toBe(10);
  });

  test('a success that costs a try', () => {
    const { clock } = fakeClock();
    const tries = countTries({ clock, burst: 1, seconds: 10 });
    tries.failed('a');
    tries.succeeded('a');
    expect(tries.wait('a')).toBe(0);
    tries.succeeded('a');
    tries.failed('a');
    expect(tries.wait('a')).toBe(10);
  });

  test('keys of an attacker that fill the memory', () => {
    const { clock } = fakeClock();
    const tries = countTries({ clock, burst: 1, seconds: 10, most: 100 });
    for (let index = 0; index < 1000; index += 1) tries.failed(String(index));
    expect(tries.size()).toBe(100);
  });
});

test('uses that are written at every request, or not at all', () => {
  const uses = createUses(2);
  const minute = 60_000;
  expect([0, 1, 4, 5, 6].map((at) => uses.note('a', at * minute))).toEqual([true, false, false, true, false]);
  expect(uses.latest('a')).toBe(6 * minute);
  uses.note('b', 0);
  uses.note('c', 0);
  expect(uses.latest('a')).toBe(0);
});

test.each([
  { address: '192.0.2.7', place: '192.0.2.7' },
  { address: '2001:db8:1:2:3:4:5:6', place: '2001:db8:1:2' },
  { address: '2001:db8:1:2::9', place: '2001:db8:1:2' },
  { address: '2001:db8::9', place: '2001:db8:0:0' },
  { address: '::1', place: '0:0:0:0' },
  { address: null, place: 'here' },
])('$address, of which one household has many, is counted as $place', ({ address, place }) => {
  expect(placeOf(address)).toBe(place);
});
