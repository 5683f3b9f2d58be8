import { growingDelays, type Delays } from './delays.ts';
import { createOpenStreams, type OpenStreams } from './open-streams.ts';
import { PASSWORD_COST, type PasswordCost } from './passwords.ts';
import { countTries, type Tries } from './tries.ts';
import { createUses, type Uses } from './uses.ts';

/** What the sign-in remembers in memory; a restart forgets it. */
export type AuthState = {
  readonly passwordCost: PasswordCost;
  readonly streams: OpenStreams;
  /** Failed sign-ins by place and account. */
  readonly signIns: Delays;
  /** Failed sign-ins by place, whatever the account: against one password tried on many. */
  readonly places: Tries;
  /** Places and accounts that have signed in: failures of others at the same place do not hold them up. */
  readonly known: Set<string>;
  /** Wrong keys and wrong one-time links, by place. */
  readonly codes: Tries;
  /** New pairings of screens, by place. */
  readonly pairings: Tries;
  /** Tokens that an approved screen fetches, by display. */
  readonly displayTokens: Tries;
  /** Wrong codes of screens, by person and by place. */
  readonly displayCodes: Tries;
  /** When a session, key or token was used last, so that not every request writes it down. */
  readonly uses: Uses;
};

export const createAuthState = (clock: () => number, passwordCost: PasswordCost = PASSWORD_COST): AuthState => ({
  passwordCost,
  streams: createOpenStreams(),
  signIns: growingDelays({ clock, free: 5, mostSeconds: 900 }),
  places: countTries({ clock, burst: 30, seconds: 10 }),
  known: new Set(),
  codes: countTries({ clock, burst: 20, seconds: 10 }),
  pairings: countTries({ clock, burst: 20, seconds: 30 }),
  displayTokens: countTries({ clock, burst: 20, seconds: 30 }),
  displayCodes: countTries({ clock, burst: 10, seconds: 30 }),
  uses: createUses(),
});

/** Adds to a set of bounded size; the oldest is forgotten. */
export const remember = (known: Set<string>, key: string, most = 10_000): void => {
  known.delete(key);
  known.add(key);
  if (known.size <= most) return;
  const [oldest] = known;
  if (oldest !== undefined) known.delete(oldest);
};
