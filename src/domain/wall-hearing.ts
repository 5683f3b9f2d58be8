/**
 * What a screen knows of being heard. Moments are milliseconds of its timeline (`wall-time.ts`), so neither a clock that is
 * set nor a machine that sleeps makes it look more recent than it is.
 */
export type Heard = {
  /** The last whole answer; null: none since the page was loaded. */
  readonly heardAt: number | null;
  /** Polls that went missing since, one after the other. */
  readonly missed: number;
  /** When the first of them did. */
  readonly missedAt: number | null;
  /** The wait that the service named last, in milliseconds. */
  readonly interval: number;
};

export type HearingNow = 'starting' | 'live' | 'late' | 'lost';

const SECOND = 1000;
/** Before the service has named its pace. */
const FIRST_INTERVAL = 20 * SECOND;
/** Whatever a service names: not more often than this, and often enough that a wall is never silent for hours. */
const SHORTEST_INTERVAL = 5 * SECOND;
const LONGEST_INTERVAL = 600 * SECOND;
/** A poll comes up to a fourth later than its interval says. */
const LATEST_POLL = 1.25;
/** How long an answer may take before the screen says that it is late. */
const PATIENCE = 3 * SECOND;
/** How long one may take before it counts as missed. */
export const ANSWER_WITHIN = 10 * SECOND;
/** One missed poll is a hiccup; the second one says so on the screen (ux.md). */
const MISSED_UNTIL_LOST = 2;
const INTERVALS_UNTIL_WITHDRAWN = 3;
/** As many misses take three intervals even where each comes a fourth early. */
const MISSED_UNTIL_WITHDRAWN = 4;

export const UNHEARD: Heard = { heardAt: null, missed: 0, missedAt: null, interval: FIRST_INTERVAL };

export function hear(at: number, nextPollSeconds: number): Heard {
  const interval = Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, nextPollSeconds * SECOND));
  return { heardAt: at, missed: 0, missedAt: null, interval };
}

export function miss(heard: Heard, at: number): Heard {
  return { ...heard, missed: heard.missed + 1, missedAt: heard.missedAt ?? at };
}

/**
 * How well the service is heard at a moment. It is live only while a whole answer is no older than the wait which that very
 * answer promised; time alone makes it late and lost, also where no poll was made because the machine slept.
 */
export function hearingAt(heard: Heard, at: number): HearingNow {
  if (heard.missed >= MISSED_UNTIL_LOST) return 'lost';
  if (heard.heardAt === null) return 'starting';
  const age = at - heard.heardAt;
  if (age > lostAfter(heard.interval)) return 'lost';
  return heard.missed > 0 || age > LATEST_POLL * heard.interval + PATIENCE ? 'late' : 'live';
}

/** Two polls, the second answered as late as may be; never later than the colours are withdrawn. */
function lostAfter(interval: number): number {
  const twoPolls = 2 * LATEST_POLL * interval + PATIENCE + ANSWER_WITHIN;
  return Math.min(twoPolls, INTERVALS_UNTIL_WITHDRAWN * interval - 1);
}

/**
 * Whether a status may still have its colour: a stale green is a lie. Before the first answer there is none to show: how
 * old the kept figures are, a screen without a clock of its own (a Raspberry Pi) cannot know.
 */
export function coloursAt(heard: Heard, at: number): 'shown' | 'withdrawn' {
  if (heard.heardAt === null || heard.missed >= MISSED_UNTIL_WITHDRAWN) return 'withdrawn';
  return at - heard.heardAt >= INTERVALS_UNTIL_WITHDRAWN * heard.interval ? 'withdrawn' : 'shown';
}

/** The wait until the next poll, with ±25 % of chance in it, so that many screens do not ask at once. `chance` in [0, 1). */
export function pollWait(heard: Heard, chance: number): number {
  return Math.round(heard.interval * (0.75 + chance / 2));
}
