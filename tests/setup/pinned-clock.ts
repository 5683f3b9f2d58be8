import { afterEach, vi } from 'vitest';

/** Monday 30 November 2026, 08:41 in Madrid: the moment of the design's pictures. */
export const DESIGN_NOW = '2026-11-30T07:41:00.000Z';

/** Stops `Date` at an instant until the end of the test; timers run on. */
export function pinClock(instant: string = DESIGN_NOW): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });
}

afterEach(() => {
  vi.useRealTimers();
});
