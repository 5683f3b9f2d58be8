import {
  PAIRING_ALPHABET,
  PAIRING_CODE_LENGTH,
  type Beat,
  type BeatAnswer,
  type Display,
  type DisplayCommand,
  type DisplayWords,
} from '../../src/contract/displays.ts';
import type { SeededDisplay } from '../fixtures/displays.ts';
import { seeded } from '../fixtures/random.ts';
import { subscribers } from './subscribers.ts';

const CODE_LIVES_MS = 15 * 60_000;
/** A display that lives by itself beats so often. */
const BEAT_MS = 30_000;

type Command = NonNullable<BeatAnswer['command']>;

type Held = {
  readonly display: Omit<Display, 'state'>;
  readonly lives: boolean;
  /** When it was last heard, epoch milliseconds; null: it has not fetched its token. */
  readonly heardAt: number | null;
  readonly command: Command | null;
  /** Id of the latest command that it has carried out. */
  readonly seen: number;
};

export type MockPairing = {
  readonly secret: string;
  readonly code: string;
  readonly begunAt: number;
  readonly expiresAt: number;
  /** Which display it has become; null while nobody has approved it. */
  readonly display: string | null;
};

export type MockDisplays = {
  /** By name. */
  readonly list: () => readonly Display[];
  readonly find: (id: string) => Display | undefined;
  /** The pairing that waits for approval under a code. */
  readonly byCode: (code: string) => MockPairing | undefined;
  readonly approve: (pairing: MockPairing, words: DisplayWords, by: string) => Display;
  readonly change: (id: string, words: DisplayWords) => Display;
  readonly command: (id: string, what: DisplayCommand) => Display;
  readonly revoke: (id: string) => void;
  /** The pairing of a secret that has not run out. */
  readonly pairing: (secret: string) => MockPairing | undefined;
  readonly beginPairing: () => MockPairing;
  /** A token for a display that was approved; the secret lasts until the token is used. */
  readonly token: (pairing: MockPairing, display: string) => string;
  /** The display of a token, without a trace. */
  readonly whose: (token: string) => Display | undefined;
  /** The display of a token, which is used now. */
  readonly use: (token: string) => Display | undefined;
  /** Takes a beat; answers the command that it has still to carry out. */
  readonly beat: (id: string, said: Beat) => Command | null;
  /** Id of its latest command; 0 where there was none. */
  readonly latestCommand: (id: string) => number;
  /** `listener` hears of changes, commands and revocation, with the display's id. */
  readonly onMoved: (listener: (id: string) => void) => () => void;
};

const without = (map: Map<string, string>, display: string): void => {
  for (const [key, id] of map) if (id === display) map.delete(key);
};

/** What a display that lives by itself says after it has carried out a command. */
function obeyed({ beat, words }: Held['display'], what: DisplayCommand, build: string): Display['beat'] {
  if (beat === null) return null;
  const at = Math.max(
    0,
    words.slides.findIndex(({ id }) => id === beat.slide),
  );
  const slideAt = (index: number): string | null => words.slides.at(index % words.slides.length)?.id ?? null;
  switch (what.kind) {
    case 'show':
      return { ...beat, slide: what.slide };
    case 'next':
      return { ...beat, slide: slideAt(at + 1) };
    case 'previous':
      return { ...beat, slide: slideAt(at - 1) };
    case 'pause':
      return { ...beat, rotation: 'paused' };
    case 'play':
      return { ...beat, rotation: 'turning' };
    case 'reload':
      return { ...beat, build, problems: [] };
    case 'calibrate':
      return { ...beat, slide: null };
  }
}

/**
 * Displays of one mocked service. `now`: epoch milliseconds, of the service. `seededToken`: in place of a cookie, the token
 * of the display that this browser is. It refuses nothing.
 */
export function createDisplays(
  first: readonly SeededDisplay[],
  {
    now,
    build,
    pollSeconds,
    seededToken,
  }: {
    readonly now: () => number;
    readonly build: string;
    readonly pollSeconds: number;
    readonly seededToken: { readonly token: string; readonly display: string } | null;
  },
): MockDisplays {
  const moved = subscribers<string>();
  const random = seeded(6);
  const tokens = new Map<string, string>(seededToken === null ? [] : [[seededToken.token, seededToken.display]]);
  const secretOf = new Map<string, string>();
  const pairings = new Map<string, MockPairing>();
  let commands = 0;
  const held = new Map<string, Held>(
    first.map(({ display, lives }) => [
      display.id,
      { display, lives, heardAt: display.beat === null ? null : Date.parse(display.beat.at), command: null, seen: 0 },
    ]),
  );

  const known = (id: string): Held => {
    const found = held.get(id);
    if (found === undefined) throw new Error(`No display ${id}`);
    return found;
  };
  /** A display that lives by itself has beaten meanwhile, and done what it was told. */
  const live = (id: string): Held => {
    const one = known(id);
    const { display, command, seen, heardAt } = one;
    if (!one.lives || display.beat === null || heardAt === null) return one;
    const obeys = command !== null && command.id > seen;
    const at = obeys ? now() : heardAt + Math.floor((now() - heardAt) / BEAT_MS) * BEAT_MS;
    const beat = obeys ? obeyed(display, command.what, build) : display.beat;
    const next: Held = {
      ...one,
      seen: command?.id ?? seen,
      heardAt: at,
      display: { ...display, beat: beat && { ...beat, at: new Date(at).toISOString() } },
    };
    held.set(id, next);
    return next;
  };
  const stateOf = (heardAt: number | null): Display['state'] =>
    heardAt === null ? 'waiting' : now() - heardAt <= 3 * Math.max(pollSeconds * 1000, BEAT_MS) ? 'online' : 'silent';
  const shown = (id: string): Display => {
    const { display, heardAt } = live(id);
    return { ...display, state: stateOf(heardAt) };
  };
  const find = (id: string): Display | undefined => (held.has(id) ? shown(id) : undefined);
  const whose = (token: string): Display | undefined => find(tokens.get(token) ?? '');

  return {
    list: () =>
      [...held.keys()].map(shown).sort((a, b) => a.words.name.localeCompare(b.words.name) || (a.id < b.id ? -1 : 1)),
    find,
    byCode: (code) =>
      [...pairings.values()].find(
        (pairing) => pairing.code === code && pairing.display === null && pairing.expiresAt > now(),
      ),
    approve: (pairing, words, by) => {
      const id = crypto.randomUUID();
      held.set(id, {
        display: { id, words, revision: 1, beat: null, createdAt: new Date(now()).toISOString(), createdBy: by },
        ...{ lives: false, heardAt: null, command: null, seen: 0 },
      });
      pairings.set(pairing.secret, { ...pairing, display: id });
      return shown(id);
    },
    change: (id, words) => {
      const one = live(id);
      held.set(id, { ...one, display: { ...one.display, words, revision: one.display.revision + 1 } });
      moved.tell(id);
      return shown(id);
    },
    command: (id, what) => {
      const before = shown(id);
      commands++;
      held.set(id, { ...known(id), command: { id: commands, what } });
      moved.tell(id);
      return before;
    },
    revoke: (id) => {
      held.delete(id);
      without(tokens, id);
      for (const [secret, { display }] of pairings) if (display === id) pairings.delete(secret);
      moved.tell(id);
    },
    pairing: (secret) => {
      const pairing = pairings.get(secret);
      return pairing !== undefined && (pairing.display !== null || pairing.expiresAt > now()) ? pairing : undefined;
    },
    beginPairing: () => {
      const letters = Array.from({ length: PAIRING_CODE_LENGTH }, () =>
        PAIRING_ALPHABET.charAt(Math.floor(random() * PAIRING_ALPHABET.length)),
      );
      const begunAt = now();
      const secret = `mock-secret-${crypto.randomUUID()}`;
      const pairing = { secret, code: letters.join(''), begunAt, expiresAt: begunAt + CODE_LIVES_MS, display: null };
      pairings.set(secret, pairing);
      return pairing;
    },
    token: ({ secret }, display) => {
      const token = `mock-display-${crypto.randomUUID()}`;
      tokens.set(token, display);
      secretOf.set(token, secret);
      held.set(display, { ...known(display), heardAt: now() });
      return token;
    },
    whose,
    use: (token) => {
      const display = whose(token);
      if (display === undefined) return undefined;
      pairings.delete(secretOf.get(token) ?? '');
      held.set(display.id, { ...known(display.id), heardAt: now() });
      return display;
    },
    beat: (id, { commandSeen, ...said }) => {
      const one = known(id);
      const seen = Math.max(one.seen, commandSeen);
      const due = one.command !== null && one.command.id > seen ? one.command : null;
      held.set(id, {
        ...one,
        // Whoever loads itself anew cannot say afterwards that it has: it is told once.
        seen: due?.what.kind === 'reload' ? due.id : seen,
        heardAt: now(),
        display: { ...one.display, beat: { ...said, at: new Date(now()).toISOString() } },
      });
      return due;
    },
    latestCommand: (id) => held.get(id)?.command?.id ?? 0,
    onMoved: moved.add,
  };
}
