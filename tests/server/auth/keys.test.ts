import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiKey, ApiKeyMade, ApiKeys } from '../../../src/contract/api-keys.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { ImportReport, Imports } from '../../../src/contract/imports.ts';
import type { RecordKind } from '../../../src/domain/catalogue-types.ts';
import { hashOf } from '../../../server/auth/secrets.ts';
import { firstAdministratorLink } from '../../../server/services/first-administrator.ts';
import { makeApiKey, revokeApiKey } from '../../../server/services/api-keys.ts';
import { NOW } from '../http/test-service.ts';
import { ordersCsv, withService, type TestService } from '../jobs/test-service.ts';
import { ADDRESS, browserOf, PASSWORD, startSignedService, tokenOf, type SignedService } from './signed-service.ts';

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

describe('keys', () => {
  let service: SignedService;
  beforeEach(async () => {
    service = await startSignedService();
  });
  afterEach(async () => service.remove());
  const make = async (name = 'nightly', kinds: readonly string[] = ['orders', 'orders']): Promise<ApiKeyMade> =>
    ApiKeyMade.parse(await (await service.administrator.ask('POST', '/api/keys', { name, kinds })).json());
  const list = async (): Promise<ApiKeys['keys']> =>
    ApiKeys.parse(await (await service.administrator.ask('GET', '/api/keys')).json()).keys;
  const use = async (secret: string, from?: string): Promise<Response> =>
    service.browser(from).ask('GET', '/api/people', undefined, bearer(secret));

  test('a secret that is shown twice, or kept', async () => {
    const { key, secret } = await make();
    expect(secret).toMatch(/^kept_[\w-]{43}$/);
    expect(key).toMatchObject({
      name: 'nightly',
      kinds: ['orders'],
      hint: secret.slice(-4),
      createdBy: 'Ada',
      state: 'active',
      lastUsedAt: null,
    });
    expect(await list()).toEqual([key]);
    expect(JSON.stringify(await list())).not.toContain(secret);
    const [row] = await service.ctx.db.all(`select * from api_keys`);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row).toMatchObject({ secret_hash: hashOf(secret) });
  });

  test('a key that opens something after it was revoked, or never was one', async () => {
    const { key, secret } = await make();
    expect((await use(secret)).status).toBe(403);
    const [used] = await list();
    expect(used?.lastUsedAt).toBe(new Date(NOW).toISOString());
    const revoked = ApiKey.parse(await (await service.administrator.ask('DELETE', `/api/keys/${key.id}`)).json());
    expect(revoked).toMatchObject({ state: 'revoked', revokedAt: new Date(NOW).toISOString() });
    const again = await service.administrator.ask('DELETE', `/api/keys/${key.id}`);
    expect(again.status).toBe(200);
    for (const wrong of [secret, `${secret}x`, 'kept_', 'x', key.id, hashOf(secret)]) {
      const response = await use(wrong);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Kept"');
      expect(ServiceError.parse(await response.json())).toMatchObject({ code: 'not-signed-in', at: 'authorization' });
    }
  });

  test('a wrong key beside a session that is right', async () => {
    expect((await service.administrator.ask('GET', '/api/people', undefined, bearer('kept_x'))).status).toBe(401);
    expect(
      (await service.administrator.ask('GET', '/api/people', undefined, { authorization: 'Basic YWRhOmFkYQ==' }))
        .status,
    ).toBe(401);
  });

  test('two keys of one name, a key for nothing, for a kind that is none, and one that nobody made', async () => {
    const { key } = await make();
    const refused = async (body: unknown): Promise<unknown> => {
      const response = await service.administrator.ask('POST', '/api/keys', body);
      const { code, at } = ServiceError.parse(await response.json());
      return [response.status, code, at];
    };
    expect(await refused({ name: 'nightly', kinds: ['claims'] })).toEqual([409, 'conflict', 'name']);
    expect(await refused({ name: 'other', kinds: [] })).toEqual([400, 'bad-request', 'kinds']);
    expect(await refused({ name: 'other', kinds: ['people'] })).toEqual([400, 'bad-request', 'kinds.0']);
    await service.administrator.ask('DELETE', `/api/keys/${key.id}`);
    const next = await make();
    expect((await list()).map(({ state, id }) => [state, id])).toEqual([
      ['active', next.key.id],
      ['revoked', key.id],
    ]);
    expect((await service.administrator.ask('DELETE', '/api/keys/nobody')).status).toBe(404);
  });

  test('guesses without end, or a right key that they hold up', async () => {
    const { secret } = await make();
    const statuses = [];
    for (let index = 0; index < 22; index += 1) statuses.push((await use(`kept_${index}`, '198.51.100.66')).status);
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(20)).toEqual([429, 429]);
    expect((await use(secret, '198.51.100.66')).status).toBe(403);
  });
});

describe('imports by key', () => {
  const ACCOUNTS = { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: ADDRESS };
  const keyFor = async ({ ctx }: TestService, name: string, kinds: readonly RecordKind[]): Promise<string> =>
    (await makeApiKey(ctx, { name, kinds: [...kinds] }, 'Ada')).secret;
  const send = async (service: TestService, secret: string, query: string, body: string): Promise<Response> =>
    browserOf(service).ask('POST', `/api/imports?fileName=a.csv&wait=true&${query}`, body, bearer(secret));
  const report = async (response: Response): Promise<ImportReport> => ImportReport.parse(await response.json());

  test('of kinds that the key is not made for, by whatever way they are asked', async () => {
    await withService(async (service) => {
      const secret = await keyFor(service, 'nightly', ['orders']);
      const records = encodeURIComponent(JSON.stringify({ records: [{ kind: 'claims', fields: { claim_id: 'a' } }] }));
      const kind = encodeURIComponent(JSON.stringify({ kind: 'customers' }));
      for (const query of [
        'kind=customers',
        'preset=olist',
        `mapping=${records}`,
        `mapping=${kind}`,
        `kind=orders&mapping=${records}`,
      ]) {
        const response = await send(service, secret, query, 'a,b\n1,2\n');
        expect([query, response.status]).toEqual([query, 403]);
        expect(ServiceError.parse(await response.json())).toMatchObject({ code: 'forbidden', at: 'kind' });
      }
      expect(await readdir(join(service.folder, 'uploads')).catch(() => [])).toEqual([]);
      expect(await report(await send(service, secret, 'kind=orders', ordersCsv(3)))).toMatchObject({
        status: 'done',
        by: 'API key nightly',
      });
    }, ACCOUNTS);
  });

  test('that a key of somebody else sees, takes back, or reads the refused rows of', async () => {
    await withService(async (service) => {
      const mine = await keyFor(service, 'nightly', ['orders']);
      const theirs = await keyFor(service, 'weekly', ['orders', 'claims']);
      const { id, refusedRows } = await report(
        await send(service, mine, 'kind=orders', `${ordersCsv(3)}o9,Ana Ruiz,never\n`),
      );
      expect(refusedRows).toMatchObject([{ value: 'never' }]);
      const ask = async (secret: string, method: string, path: string): Promise<Response> =>
        browserOf(service).ask(method, path, undefined, bearer(secret));
      for (const path of [`/api/imports/${id}`, `/api/imports/${id}/progress`, `/api/imports/${id}/refused.csv`]) {
        expect((await ask(theirs, 'GET', path)).status).toBe(404);
        const own = await ask(mine, 'GET', path);
        expect(own.status).toBe(200);
        await own.body?.cancel();
      }
      expect((await ask(theirs, 'DELETE', `/api/imports/${id}`)).status).toBe(404);
      expect(Imports.parse(await (await ask(theirs, 'GET', '/api/imports')).json()).imports).toEqual([]);
      expect(Imports.parse(await (await ask(mine, 'GET', '/api/imports')).json()).imports).toHaveLength(1);
      expect(await report(await ask(mine, 'DELETE', `/api/imports/${id}`))).toMatchObject({ status: 'undone' });
    }, ACCOUNTS);
  });

  test('whose refused cells an editor reads who may see no records', async () => {
    await withService(async (service) => {
      const secret = await keyFor(service, 'nightly', ['orders']);
      const { id } = await report(await send(service, secret, 'kind=orders', `${ordersCsv(3)}o9,Ana Ruiz,never\n`));
      const ada = browserOf(service);
      const link = (await firstAdministratorLink(service.ctx, ADDRESS)) ?? '';
      const person = { email: 'ada@example.org', name: 'Ada', password: PASSWORD };
      expect((await ada.ask('POST', '/api/invitation/acceptance', { token: tokenOf(link), ...person })).status).toBe(
        200,
      );
      const seen = async (): Promise<unknown> => {
        const one = await report(await ada.ask('GET', `/api/imports/${id}`));
        const [listed] = Imports.parse(await (await ada.ask('GET', '/api/imports')).json()).imports;
        const file = await ada.ask('GET', `/api/imports/${id}/refused.csv`);
        await file.body?.cancel();
        return [one.refusedRows[0]?.value, listed?.refusedRows[0]?.value, file.status];
      };
      expect(await seen()).toEqual(['never', 'never', 200]);
      await service.db.transaction(async (tx) => tx.exec(`update people set records = 0`));
      expect(await seen()).toEqual([null, null, 403]);
    }, ACCOUNTS);
  });

  test('that go on reading after the key was revoked', async () => {
    await withService(async (service) => {
      const { key, secret } = await makeApiKey(service.ctx, { name: 'nightly', kinds: ['orders'] }, 'Ada');
      const asked = await browserOf(service).ask(
        'POST',
        '/api/imports?fileName=a.csv&kind=orders',
        ordersCsv(60_000),
        bearer(secret),
      );
      const { id } = await report(asked);
      const stream = await browserOf(service).ask('GET', `/api/imports/${id}/progress`, undefined, bearer(secret));
      const reader = stream.body?.getReader();
      expect((await reader?.read())?.done).toBe(false);
      await revokeApiKey(service.ctx, key.id);
      let read = await reader?.read();
      while (read?.done === false) read = await reader?.read();
      expect(read?.done).toBe(true);
      expect((await browserOf(service).ask('GET', `/api/imports/${id}`, undefined, bearer(secret))).status).toBe(401);
    }, ACCOUNTS);
  });

  test('whose name or file leads out of the folder of uploads', async () => {
    await withService(async (service) => {
      const secret = await keyFor(service, 'nightly', ['orders']);
      const names = ['../../escaped.csv', '/etc/escaped.csv', '..\\escaped.csv', 'a\r\nset-cookie: x=1.csv'];
      for (const name of names) {
        const path = `/api/imports?fileName=${encodeURIComponent(name)}&kind=orders&wait=true`;
        const response = await browserOf(service).ask('POST', path, `${ordersCsv(1)}o9,c,never\n`, bearer(secret));
        const { id, fileName } = await report(response);
        expect(fileName).toBe(name);
        const refused = await browserOf(service).ask(
          'GET',
          `/api/imports/${id}/refused.csv`,
          undefined,
          bearer(secret),
        );
        expect(refused.headers.get('content-disposition')).toMatch(/^attachment; filename="refused-[\w.-]+"$/);
        expect(refused.headers.get('set-cookie')).toBeNull();
        await refused.body?.cancel();
      }
      const nul = await browserOf(service).ask(
        'POST',
        '/api/imports?fileName=escaped%00.csv&kind=orders',
        'x',
        bearer(secret),
      );
      expect(nul.status).toBe(400);
      for (const id of ['..%2f..%2fkept.db', '%2e%2e', '1%00', '1/../../kept.db']) {
        const response = await browserOf(service).ask(
          'GET',
          `/api/imports/${id}/refused.csv`,
          undefined,
          bearer(secret),
        );
        expect(response.status).toBe(404);
      }
      const files = await readdir(service.folder, { recursive: true });
      expect(files.filter((file) => file.includes('escaped'))).toEqual([]);
    }, ACCOUNTS);
  });
});
