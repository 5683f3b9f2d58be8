import { lastTimeAt } from './wall-schedule.ts';

/**
 * Why a wall loads itself anew: a new build of it, the quiet hour, somebody's wish, or because it failed. What it has done
 * is kept over the reload, else nothing would end a loop. `at`: epoch milliseconds of the screen's own clock.
 */
export type Reload = {
  readonly at: number;
  readonly why: 'build' | 'night' | 'command' | 'failure';
  /** Of a new build: its id. */
  readonly build: string | null;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const MOST_IN_AN_HOUR = 3;
/** A service that goes back to an earlier build is followed: that a build was taken once counts no longer than this. */
const TAKEN_COUNTS_FOR = 6 * HOUR;
/** As many are remembered: a year of builds, and little to store. */
const REMEMBERED = 100;
/** A page that failed waits longer each time, so that a mistake in it does not become a storm of requests. */
const WAITS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE] as const;
const FAILURES_COUNT_FOR = 6 * HOUR;
/** The quiet hour is not everybody's same minute. */
const NIGHT_SPREAD = 20 * MINUTE;
/** A page younger than this has nothing to gain from a quiet reload. */
const NIGHT_AFTER = HOUR;

/** A clock that was set back leaves reloads in the future; they count all the same. */
const within = (reloads: readonly Reload[], span: number, now: number): readonly Reload[] =>
  reloads.filter(({ at }) => Math.abs(now - at) < span);

export function remember(reloads: readonly Reload[], reload: Reload): readonly Reload[] {
  return [...reloads, reload].slice(-REMEMBERED);
}

/** A build is taken once in six hours, and three an hour at most: a service whose builds flap does not keep a wall reloading. */
export function mayTakeBuild(reloads: readonly Reload[], build: string, now: number): boolean {
  const taken = within(reloads, TAKEN_COUNTS_FOR, now).some(
    (reload) => reload.why === 'build' && reload.build === build,
  );
  if (taken) return false;
  return within(reloads, HOUR, now).filter(({ why }) => why === 'build').length < MOST_IN_AN_HOUR;
}

/** Milliseconds that a page which failed waits before it loads itself anew. */
export function waitAfterFailure(reloads: readonly Reload[], now: number): number {
  const failures = within(reloads, FAILURES_COUNT_FOR, now).filter(({ why }) => why === 'failure').length;
  return WAITS[Math.min(failures, WAITS.length - 1)] ?? WAITS[0];
}

/**
 * Whether the quiet reload of the night is due: its time of day has come since the page was loaded. It needs no memory, so
 * it cannot happen twice a night, and it waits for as long as it must. `spread` in [0, 1): this display's own part of the
 * twenty minutes over which the reloads of all are spread. Instants are the service's, epoch milliseconds.
 */
export function nightIsDue(
  night: { readonly reloadAt: string; readonly timeZone: string; readonly spread: number },
  loadedAt: number,
  now: number,
): boolean {
  const late = Math.floor(night.spread * NIGHT_SPREAD);
  const moment = lastTimeAt(night.reloadAt, now - late, night.timeZone) + late;
  return loadedAt < moment && now - loadedAt >= NIGHT_AFTER;
}

/** A number in [0, 1) that is always the same for a text: FNV-1a, its bits mixed as MurmurHash3 ends. */
export function spreadOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
