/** Both clocks of a screen at one moment, in milliseconds: the one on the wall, and the one that only counts on. */
export type Reading = { readonly wall: number; readonly steady: number };

/**
 * Time that has passed on a screen, in milliseconds, whatever its clock is set to. `jumped`: how much of the last step the
 * steady clock did not see. It stands still while a machine sleeps, so a wall clock that has run ahead of it counts as
 * time in which nothing was heard; one that was set back changes nothing. `clock`: one that was known to be slow, and has
 * run ahead by just that, was `set-right` in the last step; nothing slept.
 */
export type Timeline = {
  readonly at: number;
  readonly jumped: number;
  readonly clock: 'as-it-was' | 'set-right';
  readonly last: Reading;
};

/** Less than this is how two clocks that are read one after the other differ. */
const SLEPT_MS = 2000;

export function startTimeline(reading: Reading): Timeline {
  return { at: 0, jumped: 0, clock: 'as-it-was', last: reading };
}

/** `skew`: by how many seconds the wall clock was before (+) or behind the service's when that was last heard. */
export function advanceTimeline(timeline: Timeline, reading: Reading, skew: number | null): Timeline {
  const steady = Math.max(0, reading.steady - timeline.last.steady);
  const ahead = reading.wall - timeline.last.wall - steady;
  const leapt = ahead > SLEPT_MS;
  const clock = leapt && skew !== null && Math.abs(ahead + skew * 1000) <= SLEPT_MS ? 'set-right' : 'as-it-was';
  const jumped = leapt && clock === 'as-it-was' ? ahead : 0;
  return { at: timeline.at + steady + jumped, jumped, clock, last: reading };
}

/** The service's clock as it was heard: `service` (epoch milliseconds) at the moment `at` of the timeline. */
export type ServiceClock = { readonly service: number; readonly at: number };

export function serviceNow(clock: ServiceClock, at: number): number {
  return clock.service + at - clock.at;
}

/**
 * By how many seconds the screen's clock is before (+) or behind the service's. The answer was under way for about half
 * of the round trip (milliseconds), as NTP takes it.
 */
export function skewSeconds(ownNow: number, serviceAnswered: number, roundTrip: number): number {
  return Math.round((ownNow - serviceAnswered - roundTrip / 2) / 1000);
}

/** A clock that is off by less is right: people read minutes, and an answer takes its time. */
const SKEW_TOLD_FROM_SECONDS = 30;

/** `4 min slow`, `2 h fast`: how a screen's clock is off, as its own picture and the Wall page say it; null where it is right. */
export function skewWords(skew: number): string | null {
  const off = Math.abs(skew);
  return off < SKEW_TOLD_FROM_SECONDS ? null : `${spanWords(off)} ${skew < 0 ? 'slow' : 'fast'}`;
}

/** `45 s`, `4 min`, `3 h`, `12 days`. */
function spanWords(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
