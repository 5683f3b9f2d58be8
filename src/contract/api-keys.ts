import * as z from 'zod/mini';
import { RECORD_KINDS } from '../domain/catalogue-types.ts';
import { Id, Instant } from './scalars.ts';

/** A key for imports, sent as `Authorization: Bearer SECRET`. */
export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  /** Record kinds that it may import; a file that brings any other kind is refused. */
  kinds: z.array(z.enum(RECORD_KINDS)),
  /** The last four characters of the secret, to tell keys apart. */
  hint: z.string(),
  createdAt: Instant,
  createdBy: z.string(),
  /** To some minutes; null: never used. */
  lastUsedAt: z.nullable(Instant),
  state: z.enum(['active', 'revoked']),
  revokedAt: z.nullable(Instant),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** Active ones first, each by name. */
export const ApiKeys = z.object({ keys: z.array(ApiKey) });
export type ApiKeys = z.infer<typeof ApiKeys>;

/** Body of `POST /api/keys`. Refused where an active key has the name (`conflict` at `name`). */
export const NewApiKey = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  kinds: z.array(z.enum(RECORD_KINDS)).check(z.minLength(1)),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

/** The secret is shown this once; the service keeps its hash alone. */
export const ApiKeyMade = z.object({ key: ApiKey, secret: z.string() });
export type ApiKeyMade = z.infer<typeof ApiKeyMade>;
