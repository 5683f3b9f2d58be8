import type { ApiKey, ApiKeyMade, NewApiKey } from '../../src/contract/api-keys.ts';

export type MockKeys = {
  /** Active ones first, each by name. */
  readonly list: () => readonly ApiKey[];
  readonly make: (wanted: NewApiKey, by: string) => ApiKeyMade;
  readonly revoke: (id: string) => ApiKey | undefined;
  /** The active key of a secret, which is used now. */
  readonly use: (secret: string) => ApiKey | undefined;
};

/** Keys for imports of a mocked service. */
export function createKeys(seeded: readonly ApiKey[], now: () => string): MockKeys {
  const keys = new Map(seeded.map((key) => [key.id, key]));
  const secrets = new Map<string, string>();
  const put = (key: ApiKey): ApiKey => {
    keys.set(key.id, key);
    return key;
  };
  return {
    list: () => [...keys.values()].sort((a, b) => a.state.localeCompare(b.state) || a.name.localeCompare(b.name)),
    make: ({ name, kinds }, by) => {
      const secret = `kept_mock-${crypto.randomUUID()}`;
      const key = put({
        id: crypto.randomUUID(),
        name,
        kinds: [...new Set(kinds)],
        hint: secret.slice(-4),
        createdAt: now(),
        createdBy: by,
        lastUsedAt: null,
        state: 'active',
        revokedAt: null,
      });
      secrets.set(secret, key.id);
      return { key, secret };
    },
    revoke: (id) => {
      const key = keys.get(id);
      return key === undefined || key.state === 'revoked' ? key : put({ ...key, state: 'revoked', revokedAt: now() });
    },
    use: (secret) => {
      const key = keys.get(secrets.get(secret) ?? '');
      return key?.state === 'active' ? put({ ...key, lastUsedAt: now() }) : undefined;
    },
  };
}
