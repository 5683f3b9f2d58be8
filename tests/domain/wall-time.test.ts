import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceTimeline, serviceNow, skewSeconds, startTimeline } from '../../src/domain/wall-time.ts';

const HOUR = 3_600_000;
const START = { wall: Date.UTC(2026, 10, 16, 7), steady: 5000 };

describe('time on a screen', () => {
  it('goes on with the steady clock', () => {
    const later = advanceTimeline(startTimeline(START), { wall: START.wall + 1000, steady: 6000 }, null);
    expect(later).toMatchObject({ at: 1000, jumped: 0 });
  });

  it('counts the hours that a machine slept, though its steady clock stood still', () => {
    const woken = advanceTimeline(startTimeline(START), { wall: START.wall + 8 * HOUR, steady: 6000 }, 0);
    expect(woken).toMatchObject({ at: 8 * HOUR, jumped: 8 * HOUR - 1000 });
  });

  it('is not moved by a clock that is set back', () => {
    const set = advanceTimeline(startTimeline(START), { wall: START.wall - 3 * HOUR, steady: 6000 }, null);
    expect(set).toMatchObject({ at: 1000, jumped: 0 });
    expect(advanceTimeline(set, { wall: START.wall - 3 * HOUR + 1000, steady: 7000 }, null).at).toBe(2000);
  });

  it('does not take a clock that was slow and is set right for a sleep', () => {
    const slow = -240;
    const right = { wall: START.wall + 241_000, steady: 6000 };
    expect(advanceTimeline(startTimeline(START), right, slow)).toMatchObject({
      at: 1000,
      jumped: 0,
      clock: 'set-right',
    });
    const slept = { wall: START.wall + 300_000, steady: 6000 };
    expect(advanceTimeline(startTimeline(START), slept, slow)).toMatchObject({ at: 300_000, clock: 'as-it-was' });
    expect(advanceTimeline(startTimeline(START), right, 240)).toMatchObject({ jumped: 240_000, clock: 'as-it-was' });
    expect(advanceTimeline(startTimeline(START), right, null)).toMatchObject({ jumped: 240_000, clock: 'as-it-was' });
  });

  it('never goes back, and never less far than the steady clock, whatever the other is set to', () => {
    const readings = fc.array(
      fc.record({
        steady: fc.integer({ min: 0, max: HOUR }),
        wall: fc.integer({ min: -9 * HOUR, max: 9 * HOUR }),
        skew: fc.option(fc.integer({ min: -32_400, max: 32_400 })),
      }),
    );
    fc.assert(
      fc.property(readings, (steps) => {
        let timeline = startTimeline(START);
        for (const step of steps) {
          const reading = { wall: timeline.last.wall + step.wall, steady: timeline.last.steady + step.steady };
          const next = advanceTimeline(timeline, reading, step.skew);
          expect(next.at - timeline.at).toBeGreaterThanOrEqual(step.steady);
          timeline = next;
        }
      }),
    );
  });
});

describe('the service’s clock on a screen', () => {
  it('goes on from the last answer', () => {
    expect(serviceNow({ service: START.wall, at: 10_000 }, 70_000)).toBe(START.wall + 60_000);
  });

  it('tells how far the screen’s own is off, half of the round trip allowed for', () => {
    expect(skewSeconds(START.wall - 240_000, START.wall, 0)).toBe(-240);
    expect(skewSeconds(START.wall + 1000, START.wall, 2000)).toBe(0);
  });
});
