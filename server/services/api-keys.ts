import { randomUUID } from 'node:crypto';
import type { ApiKey, ApiKeyMade, ApiKeys, NewApiKey } from '../../src/contract/api-keys.ts';
import { apiKeyOf, KEY_PREFIX } from '../auth/api-key-rows.ts';
import { tellAudit } from '../auth/audit.ts';
import { hashOf, newSecret } from '../auth/secrets.ts';
import type { ServiceContext } from '../context.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { ApiKeysTable } from '../db/schema-people.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/** Keys for imports: active ones first, each by name. */
export const listApiKeys = async (ctx: ServiceContext): Promise<ApiKeys> => {
  const rows = await ctx.db.all<ApiKeysTable>(
    `select * from api_keys order by case when revoked_at is null then 0 else 1 end, lower(name), created_at, key_id`,
  );
  return { keys: rows.map(apiKeyOf) };
};

/**
 * Makes a key. Its secret is in this answer alone; what is kept is its hash.
 * @throws ServiceFailure `conflict` at `name` where an active key has it.
 */
export const makeApiKey = async (ctx: ServiceContext, { name, kinds }: NewApiKey, by: string): Promise<ApiKeyMade> => {
  const secret = newSecret(KEY_PREFIX);
  const row: ApiKeysTable = {
    key_id: randomUUID(),
    name,
    kinds: JSON.stringify([...new Set(kinds)]),
    hint: secret.slice(-4),
    secret_hash: hashOf(secret),
    created_at: ctx.clock(),
    created_by: by,
    used_at: null,
    revoked_at: null,
  };
  tellAudit({ about: name, detail: kinds.join(', ') });
  await ctx.db.transaction(async (tx) => {
    const taken = await tx.all(`select 1 from api_keys where name = $1 and revoked_at is null`, [name]);
    if (taken.length > 0) throw new ServiceFailure('conflict', 'A key has this name already.', 'name');
    await tx.kysely.insertInto('api_keys').values(row).execute();
  }, INTERACTIVE);
  return { key: apiKeyOf(row), secret };
};

/**
 * Revokes a key: it opens nothing any more, and what it listens to ends. Revoked again it stays as it is.
 * @throws ServiceFailure `not-found` at `id`.
 */
export const revokeApiKey = async (ctx: ServiceContext, id: string): Promise<ApiKey> => {
  const now = ctx.clock();
  const row = await ctx.db.transaction(async (tx) => {
    await tx.exec(`update api_keys set revoked_at = $1 where key_id = $2 and revoked_at is null`, [now, id]);
    const [found] = await tx.all<ApiKeysTable>(`select * from api_keys where key_id = $1`, [id]);
    if (found === undefined) throw new ServiceFailure('not-found', 'There is no such key.', 'id');
    tellAudit({ about: found.name });
    return found;
  }, INTERACTIVE);
  ctx.auth.streams.close([id]);
  return apiKeyOf(row);
};
