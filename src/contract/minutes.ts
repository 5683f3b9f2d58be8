import * as z from 'zod/mini';
import { PersonName } from './annotations.ts';
import { Id, Instant, IsoDate, IsoWeek } from './scalars.ts';

export const MINUTE_KINDS = ['note', 'decision', 'action'] as const;

const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(8000));

/** What an action adds to its text: who, until when, and what it is meant to change. */
const ActionWords = z.object({
  owner: PersonName,
  due: IsoDate,
  cause: z.nullable(Id),
  improvement: z.nullable(Id),
  state: z.enum(['open', 'done', 'dropped']),
  /** By how much it is meant to move the measure, in the unit shown; null or left out: nobody has said. */
  expected: z.optional(z.nullable(z.number())),
  /** How far it is, in a few words: "Running, 2 of 3 weeks". */
  progress: z.optional(z.nullable(z.string().check(z.maxLength(60)))),
});
export type ActionWords = z.infer<typeof ActionWords>;

/**
 * Body of `POST /api/reviews/:week/minutes`. `action` is given for actions and null for all else (`bad-request` at
 * `action`). The same id with the same content answers the entry as it stands, also after it was changed or the review
 * closed; with other content, or once removed, it is refused (`conflict` at `id`). A closed review takes none (`conflict`
 * at `state`).
 */
export const NewMinute = z.object({
  /** Made by the writer, so that a request that is sent twice writes once. */
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/)),
  kind: z.enum(MINUTE_KINDS),
  /** The measure beside which it was written; null: the review as a whole. */
  indicator: z.nullable(Id),
  text: Text,
  author: PersonName,
  action: z.nullable(ActionWords),
});
export type NewMinute = z.infer<typeof NewMinute>;

/**
 * Body of `PUT /api/minutes/:id`: the whole entry as it shall be, and the revision that it was written on. Refused where
 * the revision has moved on or the entry was removed (`conflict` at `revision`), then where its review is closed and more
 * than `state` and `progress` of an action differs (`conflict` at `state`).
 */
export const MinuteChange = z.object({
  revision: z.int().check(z.minimum(1)),
  indicator: z.nullable(Id),
  text: Text,
  author: PersonName,
  action: z.nullable(ActionWords),
});
export type MinuteChange = z.infer<typeof MinuteChange>;

/**
 * Query of `DELETE /api/minutes/:id`, refused as a change is (`conflict` at `revision`, then at `state` where the review is
 * closed). The text stays in the versions; the removal is one more, with the text that was removed.
 */
export const MinuteRemoval = z.object({ revision: z.int().check(z.minimum(1)), author: PersonName });
export type MinuteRemoval = z.infer<typeof MinuteRemoval>;

/** A note, decision or action of a review. */
export const Minute = z.object({
  id: Id,
  kind: z.enum(MINUTE_KINDS),
  /** The review that it was written in. */
  week: IsoWeek,
  teams: z.array(Id),
  indicator: z.nullable(Id),
  text: z.string(),
  author: z.string(),
  createdAt: Instant,
  changedBy: z.string(),
  changedAt: Instant,
  /** Moves by one with every change; a change names the one that it was written on. */
  revision: z.int(),
  action: z.nullable(
    z.extend(ActionWords, {
      owner: z.string(),
      /** When it was done or dropped, and by whom; null while it is open. */
      closedAt: z.nullable(Instant),
      closedBy: z.nullable(z.string()),
    }),
  ),
});
export type Minute = z.infer<typeof Minute>;

/** Every version of one entry, oldest first; the last may be its removal. */
export const MinuteVersions = z.object({
  versions: z.array(
    z.object({
      revision: z.int(),
      at: Instant,
      by: z.string(),
      text: z.string(),
      state: z.enum(['stands', 'removed']),
    }),
  ),
});
export type MinuteVersions = z.infer<typeof MinuteVersions>;

/** Query of `GET /api/actions`: those of every review, whatever its scope. `open`: neither done nor dropped. */
export const ActionsQuery = z.object({ indicator: z.optional(Id), state: z._default(z.enum(['open', 'all']), 'open') });
export type ActionsQuery = z.infer<typeof ActionsQuery>;

/** By due date, earliest first. */
export const Actions = z.object({ actions: z.array(Minute) });
export type Actions = z.infer<typeof Actions>;
