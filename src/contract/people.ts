import * as z from 'zod/mini';
import { PersonName } from './annotations.ts';
import { Id, Instant } from './scalars.ts';
import { RoleName } from './session.ts';

/** A person who may sign in, as administrators see them. */
export const Person = z.object({
  id: Id,
  /** In lower case; with a trusted proxy what its header says, which may be a user name. */
  email: z.string(),
  name: z.string(),
  role: RoleName,
  /** Teams that are led, as granted; all below them count too. Kept, but of no effect, for other roles than `lead`. */
  teams: z.array(Id),
  /** May see customers' names and words. */
  records: z.boolean(),
  /** `invited`: has never signed in. */
  state: z.enum(['invited', 'active', 'disabled']),
  /** Moves by one with every change; a change names the one that it was written on. */
  revision: z.int(),
  createdAt: Instant,
  /** Last use of a session, to some minutes; null: never. */
  lastSeenAt: z.nullable(Instant),
  /** Places in which the person is signed in now. */
  sessions: z.int(),
  /** When the one-time link that is still out expires; null: none is out. */
  linkExpiresAt: z.nullable(Instant),
});
export type Person = z.infer<typeof Person>;

/** By name. */
export const People = z.object({ people: z.array(Person) });
export type People = z.infer<typeof People>;

/**
 * Body of `POST /api/people`. Refused where somebody has the e-mail or the name already (`conflict` at `email` or
 * `name`: what people write is known by their name), where it is none
 * (`bad-request` at `email`), where a team is unknown (`not-found` at `teams`), and where nobody signs in (`conflict` at
 * `mode`: the settings say `open`).
 */
export const NewPerson = z.object({
  email: z.string().check(z.trim(), z.minLength(1), z.maxLength(254)),
  name: PersonName,
  role: RoleName,
  teams: z.array(Id).check(z.maxLength(200)),
  records: z.boolean(),
});
export type NewPerson = z.infer<typeof NewPerson>;

/**
 * Answer to an invitation and to `POST /api/people/:id/link`. The link is shown this once, to be handed on by the
 * administrator; a new one makes the one before worthless. null where people do not sign in by password.
 */
export const PersonLink = z.object({
  person: Person,
  link: z.nullable(z.object({ address: z.string(), expiresAt: Instant })),
});
export type PersonLink = z.infer<typeof PersonLink>;

/**
 * Body of `PUT /api/people/:id`: the person as it shall be. `disabled` ends every session; it is never `invited`: whoever
 * was never there stays `invited` while `active` is asked. Refused where the revision has moved on (`conflict` at
 * `revision`), where somebody else has the name (`conflict` at `name`), and where no administrator would be left who can sign in (`conflict` at `role` or `state`).
 */
export const PersonChange = z.object({
  revision: z.int().check(z.minimum(1)),
  name: PersonName,
  role: RoleName,
  teams: z.array(Id).check(z.maxLength(200)),
  records: z.boolean(),
  state: z.enum(['active', 'disabled']),
});
export type PersonChange = z.infer<typeof PersonChange>;
