/** Both clocks of a screen at one moment, in milliseconds: the one on the wall, and the one that only counts on. */
export type Reading = { readonly wall: number; readonly steady: number };

/**
 * Time that has passed on a screen, in milliseconds, whatever its clock is set to. `jumped`: how much of the last step the
 * steady clock did not see. It stands still while a machine sleeps, so a wall clock that has run ahead of it counts as
 * time in which nothing was heard; one that was set back changes nothing.
 */
export type Timeline = { readonly at: number; readonly jumped: number; readonly last: Reading };

/** Less than this is how two clocks that are read one after the other differ. */
const SLEPT_MS = 2000;

export function startTimeline(reading: Reading): Timeline {
  return { at: 0, jumped: 0, last: reading };
}

export function advanceTimeline(timeline: Timeline, reading: Reading): Timeline {
  const steady = Math.max(0, reading.steady - timeline.last.steady);
  const ahead = reading.wall - timeline.last.wall - steady;
  const jumped = ahead > SLEPT_MS ? ahead : 0;
  return { at: timeline.at + steady + jumped, jumped, last: reading };
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

/** A screen whose clock is off by less is not told of it: people read minutes. */
export const SKEW_TOLD_FROM_SECONDS = 30;
