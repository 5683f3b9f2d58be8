/** Smaller steps are what time servers do. */
const JUMP_MS = 60_000;
/** A clock may be a little behind that of the machine that ran the last import. */
const BEHIND_MS = 5 * 60_000;

export type ClockWatch = {
  /** How far the clock jumped since the last look, in milliseconds; null where it went on as time does. */
  readonly jumped: () => number | null;
};

/**
 * Compares the clock with one that only goes on. A machine that slept looks like a jump forward, which it is to everything
 * that reckons in hours.
 */
export const watchClock = (clock: () => number, steadyClock: () => number): ClockWatch => {
  let offset = clock() - steadyClock();
  return {
    jumped: () => {
      const now = clock() - steadyClock();
      const by = now - offset;
      offset = now;
      return Math.abs(by) > JUMP_MS ? Math.round(by) : null;
    },
  };
};

/** Whether the clock stands before something that has happened already. */
export const isBefore = (now: number, happened: number | null): boolean =>
  happened !== null && now < happened - BEHIND_MS;
