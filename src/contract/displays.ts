import * as z from 'zod/mini';
import { Health } from './health.ts';
import { Id, Instant, TimeOfDay } from './scalars.ts';
import { WallSlide } from './wall-slides.ts';

/** No letters or digits that look alike: without I, L, O, U, 0 and 1. */
export const PAIRING_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const PAIRING_CODE_LENGTH = 6;

/** As it stands on the screen; what a person types is put in capitals and freed of blanks and hyphens before it is sent. */
export const PairingCode = z.string().check(z.regex(/^[2-9A-HJKMNP-TV-Z]{6}$/));

/**
 * What a person says of a display. `team`: the teams whose figures it shows, with all below them; none is the whole
 * organisation. The size of the picture's letters follows from diagonal and distance.
 */
export const DisplayWords = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  diagonalInches: z.number().check(z.minimum(10), z.maximum(150)),
  distanceMetres: z.number().check(z.minimum(0.5), z.maximum(30)),
  timeZone: z.string().check(z.minLength(1), z.maxLength(60)),
  team: z.array(Id).check(z.maxLength(50)),
  slides: z.array(WallSlide).check(z.minLength(1), z.maxLength(60)),
  /** Between these hours the picture is darkened to `level` (0.1 to 1, of its light); null: never. May go over midnight. */
  dim: z.nullable(z.object({ from: TimeOfDay, to: TimeOfDay, level: z.number().check(z.minimum(0.1), z.maximum(1)) })),
  /** When it loads itself anew every night. */
  reloadAt: TimeOfDay,
});
export type DisplayWords = z.infer<typeof DisplayWords>;

/** What a display last said of itself. */
const DisplayBeat = z.object({
  at: Instant,
  build: z.string(),
  /** The slide on the screen, by its id; null while it shows none: calibration, no data yet. */
  slide: z.nullable(Id),
  /** How well it hears the service, as it stood before this very beat. */
  hearing: z.enum(['starting', 'live', 'late', 'lost']),
  rotation: z.enum(['turning', 'paused']),
  /** CSS pixels. */
  width: z.int(),
  height: z.int(),
  /** Device pixels per CSS pixel. */
  ratio: z.number(),
  /** By how much its own clock is before (+) or behind the service's; null before it has compared them. */
  skewSeconds: z.nullable(z.number()),
  /** Failures since its last beat, in its own words. */
  problems: z.array(z.string()),
});

/**
 * `online`: heard within three of its polls. `silent`: it was, once. `waiting`: it was approved and has not fetched its
 * token yet.
 */
export const Display = z.object({
  id: Id,
  words: DisplayWords,
  /** Moves by one with every change; a change names the one that it was written on. */
  revision: z.int(),
  state: z.enum(['waiting', 'online', 'silent']),
  beat: z.nullable(DisplayBeat),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Display = z.infer<typeof Display>;

/** By name. `build`: of the service, with which the displays' own are compared. */
export const Displays = z.object({ displays: z.array(Display), build: z.string() });
export type Displays = z.infer<typeof Displays>;

/**
 * Body of `POST /api/displays`. An unknown or expired code is refused (`not-found` at `code`), too many wrong ones too
 * (`too-many-tries` at `code`), unknown teams and indicators (`not-found` at `words.team`, `words.slides`), a time zone that
 * is none (`bad-request` at `words.timeZone`).
 */
export const NewDisplay = z.object({ code: PairingCode, words: DisplayWords });
export type NewDisplay = z.infer<typeof NewDisplay>;

/** Body of `PUT /api/displays/:id`: all of it as it shall be. `conflict` at `revision` where that has moved on. */
export const DisplayChange = z.object({ revision: z.int().check(z.minimum(1)), words: DisplayWords });
export type DisplayChange = z.infer<typeof DisplayChange>;

/** What a display is told from afar. `calibrate` shows the slide with which sizes are checked for two minutes. */
export const DisplayCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('show'), slide: Id }),
  z.object({ kind: z.enum(['next', 'previous', 'pause', 'play', 'reload', 'calibrate']) }),
]);
export type DisplayCommand = z.infer<typeof DisplayCommand>;

/** Body of `POST /api/wall/pairing`. */
export const PairingRequest = z.object({ width: z.int().check(z.minimum(1)), height: z.int().check(z.minimum(1)) });
export type PairingRequest = z.infer<typeof PairingRequest>;

/**
 * Where the pairing of a screen stands, by the secret in its cookie; a screen that brings none, or one that has run out,
 * begins a new one. The answer that says `paired` puts the display's token in the cookie in place of the secret; until the
 * token was used once, the secret gets another.
 */
export const Pairing = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('waiting'),
    code: PairingCode,
    expiresAt: Instant,
    /** Where to type the code, as people reach the service. */
    address: z.string(),
    nextPollSeconds: z.int(),
    now: Instant,
    build: z.string(),
    /** BCP 47 with region, of the organisation. */
    locale: z.string(),
  }),
  z.object({ state: z.literal('paired'), name: z.string() }),
]);
export type Pairing = z.infer<typeof Pairing>;

/** Body of `POST /api/wall/beat`. */
export const Beat = z.object({
  build: z.string().check(z.maxLength(40)),
  slide: z.nullable(Id),
  hearing: DisplayBeat.shape.hearing,
  rotation: DisplayBeat.shape.rotation,
  width: z.int().check(z.minimum(1), z.maximum(100_000)),
  height: z.int().check(z.minimum(1), z.maximum(100_000)),
  ratio: z.number().check(z.minimum(0.1), z.maximum(16)),
  skewSeconds: z.nullable(z.number()),
  problems: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(5)),
  /** The latest command that was carried out; 0 for none since it was loaded. */
  commandSeen: z.int().check(z.minimum(0)),
});
export type Beat = z.infer<typeof Beat>;

/** What the service says to a beat: its clock, its build, when to ask again, and what somebody wants of the display. */
export const BeatAnswer = z.object({
  now: Instant,
  build: z.string(),
  dataVersion: z.int(),
  /** Of the display's words. */
  revision: z.int(),
  nextPollSeconds: z.int(),
  command: z.nullable(z.object({ id: z.int(), what: DisplayCommand })),
  trouble: Health.shape.trouble,
});
export type BeatAnswer = z.infer<typeof BeatAnswer>;

/** An event of `GET /api/wall/live`: something of it moved, so a beat now is worth while. */
export const WallEvent = z.object({
  dataVersion: z.int(),
  build: z.string(),
  revision: z.int(),
  /** Id of the latest command; 0 where there was none. */
  command: z.int(),
});
export type WallEvent = z.infer<typeof WallEvent>;
