import { useSyncExternalStore } from 'react';

/**
 * Whether the service is heard. `withdrawn` says that the last answer is so old (three poll intervals) that a status
 * colour may no longer be shown: a stale green is a lie.
 */
export type Connection =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'connected'; readonly heardAt: number }
  | {
      readonly kind: 'disconnected';
      readonly heardAt: number | null;
      readonly withdrawn: boolean;
      /** What the service says of itself where it answers and has no figures to give; null where nothing answers. */
      readonly says: string | null;
    };

export type PollResult =
  | { readonly kind: 'heard'; readonly at: number }
  | { readonly kind: 'missed'; readonly at: number; readonly says: string | null };

type Watch = { readonly heardAt: number | null; readonly missed: number; readonly connection: Connection };

export const UNHEARD: Watch = { heardAt: null, missed: 0, connection: { kind: 'waiting' } };

/** One missed poll is a hiccup; the second one says so on the screen. */
const MISSED_UNTIL_DISCONNECTED = 2;
const INTERVALS_UNTIL_WITHDRAWN = 3;
/** As many misses take three intervals even where each comes a fourth early, and whatever the screen's clock does meanwhile. */
const MISSED_UNTIL_WITHDRAWN = 4;

/** The next state after a poll. Times in milliseconds of the screen's own clock; `interval` in milliseconds. */
export function afterPoll(watch: Watch, poll: PollResult, interval: number): Watch {
  if (poll.kind === 'heard')
    return { heardAt: poll.at, missed: 0, connection: { kind: 'connected', heardAt: poll.at } };
  const missed = watch.missed + 1;
  if (missed < MISSED_UNTIL_DISCONNECTED) return { ...watch, missed };
  const { heardAt } = watch;
  const withdrawn =
    heardAt === null || missed >= MISSED_UNTIL_WITHDRAWN || poll.at - heardAt >= INTERVALS_UNTIL_WITHDRAWN * interval;
  return { heardAt, missed, connection: { kind: 'disconnected', heardAt, withdrawn, says: poll.says } };
}

let watch: Watch = UNHEARD;
const listeners = new Set<() => void>();

/** Tells the page how a poll went; called by the health query alone. */
export function notePoll(poll: PollResult, interval: number): void {
  const next = afterPoll(watch, poll, interval);
  const changed = !sameConnection(next.connection, watch.connection);
  watch = changed ? next : { ...next, connection: watch.connection };
  if (changed) listeners.forEach((listener) => listener());
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, connection);
}

export function connection(): Connection {
  return watch.connection;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function sameConnection(a: Connection, b: Connection): boolean {
  if (a.kind === 'disconnected' && b.kind === 'disconnected')
    return a.heardAt === b.heardAt && a.withdrawn === b.withdrawn && a.says === b.says;
  if (a.kind === 'connected' && b.kind === 'connected') return a.heardAt === b.heardAt;
  return a.kind === b.kind;
}
