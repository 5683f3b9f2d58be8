import * as z from 'zod/mini';
import { Instant } from './scalars.ts';

/** Query of `GET /api/audit`: the newest entries, or those before an entry that is at hand already. */
export const AuditQuery = z.object({
  before: z.optional(z.int().check(z.minimum(1))),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(200)), 50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Who did what when. No endpoint changes or removes an entry, and the database refuses it too. */
export const AuditEntry = z.object({
  /** Moves up with every entry. */
  id: z.int(),
  at: Instant,
  who: z.object({
    /** `nobody`: not signed in, as at a refused sign-in. `service`: the service itself, at its start. */
    kind: z.enum(['person', 'key', 'display', 'nobody', 'service']),
    id: z.nullable(z.string()),
    name: z.string(),
  }),
  /** The endpoint by its id (`changeGoal`, `signIn`), or an action inside of it. */
  what: z.string(),
  /** `refused`: it was asked and not allowed; nothing changed. */
  outcome: z.enum(['done', 'refused']),
  /** What it concerns, such as the id of a goal or an e-mail; null: the endpoint says it all. */
  about: z.nullable(z.string()),
  /** A few words more: "role viewer → editor". */
  detail: z.nullable(z.string()),
  /** The network address from which it was asked. */
  from: z.nullable(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Newest first. */
export const Audit = z.object({ entries: z.array(AuditEntry), more: z.boolean() });
export type Audit = z.infer<typeof Audit>;
