import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiKey, ApiKeyMade, ApiKeys } from '../../src/contract/api-keys.ts';
import { Audit } from '../../src/contract/audit.ts';
import { ImportReport, Imports } from '../../src/contract/imports.ts';
import '../setup/node.ts';
import { ADA, startAdministered, WITH_ACCOUNTS } from './accounts.ts';
import { askFor, refusal, type Running } from './implementation.ts';
import { json } from './write-requests.ts';

describe.each(WITH_ACCOUNTS)('$name: keys and the audit log', (implementation) => {
  let ada: Running;
  beforeAll(async () => {
    ada = await startAdministered(implementation);
  });
  afterAll(() => ada.stop());

  const refused = async (path: string, init: RequestInit, status: number): Promise<unknown> => {
    const { code, at } = await refusal(ada, path, init, status);
    return [code, at];
  };
  const make = async (name: string, kinds: readonly string[]): Promise<ApiKeyMade> =>
    askFor(ada, ApiKeyMade, '/api/keys', json('POST', { name, kinds }), 201);
  const by = (secret: string, init: RequestInit = {}): RequestInit => ({
    ...init,
    headers: { authorization: `Bearer ${secret}` },
  });
  const CUSTOMERS = 'customer_id,name\nc1,Ana\n';
  const send = (kind: string): string => `/api/imports?fileName=a.csv&kind=${kind}&wait=true`;

  test('a key that imports what it is not made for, or nothing', async () => {
    const { key, secret } = await make('nightly', ['customers']);
    expect(key).toMatchObject({ name: 'nightly', kinds: ['customers'], state: 'active', createdBy: ADA.name });
    expect(secret.slice(-4)).toBe(key.hint);
    const post = by(secret, { method: 'POST', body: CUSTOMERS });
    expect(await askFor(ada, ImportReport, send('customers'), post, 202)).toMatchObject({
      ...{ status: 'done', by: 'API key nightly', counts: { new: 1 } },
    });
    expect(await refused(send('orders'), post, 403)).toEqual(['forbidden', 'kind']);
    expect(await refused('/api/teams', by(secret), 403)).toEqual(['forbidden', undefined]);
    expect((await askFor(ada, Imports, '/api/imports', by(secret))).imports).toHaveLength(1);
    expect((await askFor(ada, ApiKeys, '/api/keys')).keys).toMatchObject([
      { id: key.id, lastUsedAt: expect.any(String) as string },
    ]);
  });

  test('a key that goes on after it was revoked', async () => {
    const { key, secret } = await make('weekly', ['orders']);
    expect(await refused('/api/keys', json('POST', { name: 'weekly', kinds: ['orders'] }), 409)).toEqual([
      'conflict',
      'name',
    ]);
    expect(await refused('/api/keys', json('POST', { name: 'none', kinds: [] }), 400)).toEqual([
      'bad-request',
      'kinds',
    ]);
    const revoked = await askFor(ada, ApiKey, `/api/keys/${key.id}`, { method: 'DELETE' });
    expect(revoked).toMatchObject({ state: 'revoked', revokedAt: expect.any(String) as string });
    expect(await refused('/api/imports', by(secret), 401)).toEqual(['not-signed-in', 'authorization']);
    expect(await refused('/api/keys/nobody', { method: 'DELETE' }, 404)).toEqual(['not-found', 'id']);
    expect((await askFor(ada, ApiKeys, '/api/keys')).keys.map(({ name, state }) => [name, state])).toEqual([
      ['nightly', 'active'],
      ['weekly', 'revoked'],
    ]);
  });

  test('a deed that is not in the log, newest first, page by page', async () => {
    const { entries, more } = await askFor(ada, Audit, '/api/audit');
    expect(more).toBe(false);
    const deeds = entries.map(({ who, what, outcome, about }) => [who.kind, what, outcome, about]);
    expect(deeds.slice(0, 2)).toEqual([
      ['person', 'revokeApiKey', 'done', 'weekly'],
      ['person', 'makeApiKey', 'done', 'weekly'],
    ]);
    expect(deeds).toContainEqual(['key', 'startImport', 'refused', null]);
    expect(deeds).toContainEqual(['person', 'acceptInvitation', 'done', ADA.email]);
    const first = await askFor(ada, Audit, '/api/audit?limit=2');
    expect([first.entries, first.more]).toEqual([entries.slice(0, 2), true]);
    const next = await askFor(ada, Audit, `/api/audit?limit=200&before=${first.entries[1]?.id ?? 0}`);
    expect([next.entries, next.more]).toEqual([entries.slice(2), false]);
    expect(await refused('/api/audit?limit=0', {}, 400)).toEqual(['bad-request', 'limit']);
  });
});
