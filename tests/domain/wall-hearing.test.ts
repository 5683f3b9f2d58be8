import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { coloursAt, hear, hearingAt, miss, pollWait, UNHEARD, type Heard } from '../../src/domain/wall-hearing.ts';

const SECOND = 1000;
const missed = (heard: Heard, ...at: readonly number[]): Heard => at.reduce(miss, heard);

describe('how well the service is heard', () => {
  const poll = hear(0, 60);
  const table: ReadonlyArray<readonly [name: string, heard: Heard, at: number, hearing: string, colours: string]> = [
    ['nothing asked yet', UNHEARD, 0, 'starting', 'withdrawn'],
    ['nothing heard, one miss', missed(UNHEARD, 10 * SECOND), 11 * SECOND, 'starting', 'withdrawn'],
    ['nothing heard, two misses', missed(UNHEARD, 10 * SECOND, 20 * SECOND), 21 * SECOND, 'lost', 'withdrawn'],
    ['just heard', poll, 0, 'live', 'shown'],
    ['the latest that the next poll may come', poll, 78 * SECOND, 'live', 'shown'],
    ['an answer that takes long', poll, 79 * SECOND, 'late', 'shown'],
    ['one miss', missed(poll, 60 * SECOND), 61 * SECOND, 'late', 'shown'],
    ['two misses', missed(poll, 60 * SECOND, 120 * SECOND), 121 * SECOND, 'lost', 'shown'],
    ['three intervals', missed(poll, 60 * SECOND, 120 * SECOND), 180 * SECOND, 'lost', 'withdrawn'],
    ['four early misses', missed(poll, 45_000, 90_000, 135_000, 170_000), 171 * SECOND, 'lost', 'withdrawn'],
    ['a machine that slept and polled nothing', poll, 3600 * SECOND, 'lost', 'withdrawn'],
    ['heard again', hear(500 * SECOND, 60), 501 * SECOND, 'live', 'shown'],
  ];
  test.each(table)('%s', (_, heard, at, hearing, colours) => {
    expect(hearingAt(heard, at)).toBe(hearing);
    expect(coloursAt(heard, at)).toBe(colours);
  });

  it('remembers when the first of the misses was', () => {
    expect(missed(poll, 60 * SECOND, 120 * SECOND)).toMatchObject({ missed: 2, missedAt: 60 * SECOND });
  });

  it('takes no pace that would make it ask every second, or never', () => {
    expect([hear(0, 0).interval, hear(0, 86_400).interval]).toEqual([5 * SECOND, 600 * SECOND]);
  });

  const polls = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 4_000_000 }), heard: fc.boolean() }), {
    maxLength: 30,
  });
  const paces = fc.integer({ min: 1, max: 900 });

  it('is never live without an answer within the wait that the last one promised', () => {
    fc.assert(
      fc.property(polls, paces, fc.integer({ min: 0, max: 4_000_000 }), (steps, pace, after) => {
        let at = 0;
        let heard = UNHEARD;
        let last = { heardAt: Number.NEGATIVE_INFINITY, missedSince: false };
        for (const step of steps) {
          at += step.wait;
          heard = step.heard ? hear(at, pace) : miss(heard, at);
          last = step.heard ? { heardAt: at, missedSince: false } : { ...last, missedSince: true };
        }
        const promised = Math.min(600, Math.max(5, pace)) * SECOND;
        const within = at + after - last.heardAt <= 1.25 * promised + 3 * SECOND;
        expect(hearingAt(heard, at + after) === 'live').toBe(within && !last.missedSince);
      }),
    );
  });

  it('only grows worse with time, until something is heard; without colours it is never live or late', () => {
    const order = ['live', 'late', 'lost'];
    fc.assert(
      fc.property(paces, fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 2 }), (pace, steps) => {
        const heard = hear(0, pace);
        let at = 0;
        let worst = 0;
        for (const step of steps) {
          at += step;
          const now = order.indexOf(hearingAt(heard, at));
          expect(now).toBeGreaterThanOrEqual(worst);
          worst = now;
          expect(coloursAt(heard, at) === 'shown' || now === 2).toBe(true);
        }
      }),
    );
  });
});

describe('the wait until the next poll', () => {
  it('is the pace with a fourth of chance to either side', () => {
    expect([0, 0.5, 1].map((chance) => pollWait(hear(0, 60), chance))).toEqual([45_000, 60_000, 75_000]);
  });
});
