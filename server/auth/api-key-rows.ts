import type { ApiKey } from '../../src/contract/api-keys.ts';
import type { Principal } from '../../src/domain/policy.ts';
import type { Database } from '../db/database.ts';
import type { ApiKeysTable } from '../db/schema-people.ts';
import { hashOf } from './secrets.ts';
import type { Uses } from './uses.ts';

/** Begins every key, so that tools which look for leaked secrets know it. */
export const KEY_PREFIX = 'kept_';

type KeyContext = { readonly db: Database; readonly clock: () => number; readonly auth: { readonly uses: Uses } };

type KeyPrincipal = Extract<Principal, { readonly kind: 'key' }>;

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A key as administrators see it. */
export const apiKeyOf = (row: ApiKeysTable): ApiKey => ({
  id: row.key_id,
  name: row.name,
  kinds: JSON.parse(row.kinds) as ApiKey['kinds'],
  hint: row.hint,
  createdAt: new Date(row.created_at).toISOString(),
  createdBy: row.created_by,
  lastUsedAt: isoOrNull(row.used_at),
  state: row.revoked_at === null ? 'active' : 'revoked',
  revokedAt: isoOrNull(row.revoked_at),
});

/** Whose key a secret is; null where it is nobody's or was revoked. */
export const findKey = async (ctx: KeyContext, secret: string): Promise<KeyPrincipal | null> => {
  const [row] = await ctx.db.all<ApiKeysTable>(`select * from api_keys where secret_hash = $1`, [hashOf(secret)]);
  if (row?.revoked_at !== null) return null;
  return { kind: 'key', id: row.key_id, name: row.name, kinds: JSON.parse(row.kinds) as string[] };
};

/** Whether a key may still be used. */
export const isKeyAlive = async (db: Database, id: string): Promise<boolean> => {
  const [row] = await db.all<ApiKeysTable>(`select * from api_keys where key_id = $1`, [id]);
  return row?.revoked_at === null;
};

/** Notes that a key is in use, at most every few minutes, without waiting for an import that holds the database. */
export const useKey = (ctx: KeyContext, { id }: KeyPrincipal): void => {
  const now = ctx.clock();
  if (!ctx.auth.uses.note(id, now)) return;
  void ctx.db
    .transaction(
      async (tx) => {
        await tx.exec(`update api_keys set used_at = $1 where key_id = $2`, [now, id]);
      },
      { waitMs: 0 },
    )
    .catch(() => undefined);
};
