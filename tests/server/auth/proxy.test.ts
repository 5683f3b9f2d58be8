import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServiceError } from '../../../src/contract/errors.ts';
import { Health } from '../../../src/contract/health.ts';
import { People, type Person } from '../../../src/contract/people.ts';
import { Session } from '../../../src/contract/session.ts';
import { ApiKeyMade } from '../../../src/contract/api-keys.ts';
import { NOW, startTestService, type TestService } from '../http/test-service.ts';
import { ADDRESS } from './signed-service.ts';

const PROXY = '10.0.0.2';
const ADA = { 'x-forwarded-email': 'ada@example.org' } as const;

let service: TestService;
const started: TestService[] = [];

const start = async (environment: Readonly<Record<string, string>> = {}): Promise<TestService> => {
  const made = await startTestService(
    {},
    {
      environment: {
        ...{ KEPT_SIGN_IN: 'proxy', KEPT_ADDRESS: ADDRESS, KEPT_PROXIES: '10.0.0.2, fd00:7::/64, 172.16.0.0/12' },
        ...{ KEPT_PROXY_HEADER: 'X-Forwarded-Email', KEPT_PROXY_NAME_HEADER: 'X-Forwarded-User' },
        ...{ KEPT_ADMINISTRATORS: 'ada@example.org', ...environment },
      },
    },
  );
  started.push(made);
  return made;
};

beforeEach(async () => {
  service = await start();
});
afterEach(async () => {
  for (const each of started.splice(0)) await each.remove();
});

type Ask = {
  readonly from?: string | null;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly of?: TestService;
};

const ask = async (path: string, { from = PROXY, method = 'GET', body, headers = {}, of = service }: Ask = {}) =>
  of.app.request(
    path,
    {
      method,
      headers: {
        ...{ host: 'kept.example.org', ...headers },
        ...(method === 'GET' ? {} : { origin: ADDRESS, 'content-type': 'application/json', ...headers }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    from === null ? {} : { incoming: { socket: { remoteAddress: from } } },
  );

const session = async (how: Ask): Promise<Session> => Session.parse(await (await ask('/api/session', how)).json());
const problem = async (response: Response): Promise<readonly unknown[]> => {
  const { code, at } = ServiceError.parse(await response.json());
  return [response.status, code, at];
};

const invite = async (email: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const body = { email, name: 'Bea Lund', role: 'editor', teams: [], records: false, ...more };
  expect((await ask('/api/people', { method: 'POST', body, headers: ADA })).status).toBe(201);
};

const people = async (of = service): Promise<readonly Person[]> =>
  People.parse(await (await ask('/api/people', { headers: ADA, of })).json()).people;

/** What is written beside a request is there once nothing holds the database. */
const settled = async (of = service): Promise<void> => {
  await of.ctx.auditQueue.settled();
  await of.ctx.db.transaction(async () => Promise.resolve());
};

const BEA = { 'x-forwarded-email': 'bea@example.org' } as const;

describe('from where a request comes', () => {
  test.each([
    { name: 'the proxy', from: PROXY },
    { name: 'the proxy, by IPv4 in IPv6', from: '::ffff:10.0.0.2' },
    { name: 'a network of proxies', from: '172.31.255.1' },
    { name: 'a network of proxies by IPv6', from: 'fd00:7::1:2' },
  ])('$name is not believed', async ({ from }) => {
    const { who, mode, ways, expiresAt } = await session({ from, headers: ADA });
    expect(who).toMatchObject({ email: 'ada@example.org', role: 'administrator' });
    expect({ mode, ways, expiresAt }).toEqual({ mode: 'proxy', ways: [], expiresAt: null });
    const answer = await ask('/api/people', { from, headers: ADA });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test.each([
    { name: 'another machine', from: '10.0.0.3' },
    { name: 'another machine, by IPv4 in IPv6', from: '::ffff:10.0.0.3' },
    { name: 'another machine by IPv6', from: 'fd00:8::1' },
    { name: 'the address of the proxy written in IPv6 otherwise', from: '::10.0.0.2' },
    { name: 'this machine', from: '127.0.0.1' },
    { name: 'nowhere', from: null },
  ])('$name is believed', async ({ from }) => {
    const spoofed = { ...ADA, 'x-forwarded-for': PROXY, 'x-real-ip': PROXY, forwarded: `for=${PROXY}` };
    for (const headers of [spoofed, {}]) {
      expect(await problem(await ask('/api/teams', { from, headers }))).toEqual([403, 'forbidden', 'not-by-proxy']);
      expect(await problem(await ask('/api/people', { from, headers }))).toEqual([403, 'forbidden', 'not-by-proxy']);
      expect(await session({ from, headers })).toMatchObject({ who: null, problem: 'not-by-proxy' });
    }
    expect(await service.ctx.db.all(`select * from people`)).toEqual([]);
    /* Whoever watches whether the service lives may come straight. */
    expect(Health.parse(await (await ask('/api/health', { from })).json())).toMatchObject({
      status: 'ok',
      dataVersion: 0,
    });
  });

  test('a key is for whoever has it, from wherever', async () => {
    const body = { name: 'nightly', kinds: ['orders'] };
    const made = await ask('/api/keys', { method: 'POST', body, headers: ADA });
    const { secret } = ApiKeyMade.parse(await made.json());
    const headers = { authorization: `Bearer ${secret}` };
    expect((await session({ from: '10.0.0.3', headers })).who).toBeNull();
    const refused = await ask('/api/people', { from: '10.0.0.3', headers });
    expect((await problem(refused)).slice(0, 2)).toEqual([403, 'forbidden']);
  });
});

describe('whom the proxy names', () => {
  test('nobody', async () => {
    expect(await problem(await ask('/api/teams'))).toEqual([401, 'not-signed-in', undefined]);
    expect(await session({})).toMatchObject({ who: null, problem: 'nobody-named' });
  });

  test.each(['ada@example.org, eve@example.org', 'eve@example.org,ada@example.org', 'ada@example.org eve', '   '])(
    'two at once, as where a proxy adds its header to one that was sent along: %j',
    async (value) => {
      const headers = { 'x-forwarded-email': value };
      expect(await session({ headers })).toMatchObject({ who: null, problem: 'nobody-named' });
    },
  );

  test('somebody unknown is refused, and entered once', async () => {
    for (let index = 0; index < 3; index += 1) {
      expect(await problem(await ask('/api/teams', { headers: BEA }))).toEqual([403, 'forbidden', 'unknown-person']);
    }
    expect(await session({ headers: BEA })).toMatchObject({ who: null, problem: 'unknown-person' });
    await settled();
    expect(await service.ctx.db.all(`select email from people`)).toEqual([]);
    expect(await service.ctx.db.all(`select what, outcome, about, detail, from_address from audit`)).toEqual([
      {
        ...{ what: 'comeByProxy', outcome: 'refused', about: 'bea@example.org', detail: 'unknown-person' },
        from_address: PROXY,
      },
    ]);
  });

  test('somebody unknown is a viewer where the settings say so, written once by many requests at a time', async () => {
    const of = await start({ KEPT_UNKNOWN_PEOPLE: 'viewer' });
    const headers = { ...BEA, 'x-forwarded-user': Buffer.from('Béa Núñez').toString('latin1') };
    const paths = ['/api/session', '/api/teams', '/api/catalogue', '/api/goals'];
    const answers = await Promise.all(paths.map(async (path) => ask(path, { headers, of })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await people(of)).toMatchObject([
      { email: 'ada@example.org', role: 'administrator' },
      { email: 'bea@example.org', role: 'viewer', records: false, name: 'Béa Núñez' },
    ]);
    await settled(of);
    const entered = await of.ctx.db.all(`select who_name, detail from audit where about = 'bea@example.org'`);
    expect(entered).toEqual([{ who_name: 'Béa Núñez', detail: 'new → viewer' }]);
  });

  test('somebody invited comes with the rights and the name of the invitation; use is noted', async () => {
    await invite('bea@example.org');
    const headers = { 'x-forwarded-email': ' BEA@Example.org ', 'x-forwarded-user': 'Somebody else' };
    expect((await session({ headers })).who).toMatchObject({
      role: 'editor',
      name: 'Bea Lund',
      email: 'bea@example.org',
    });
    expect((await ask('/api/teams', { headers })).status).toBe(200);
    await settled();
    const found = (await people()).find(({ email }) => email === 'bea@example.org');
    expect(found).toMatchObject({ state: 'active', lastSeenAt: new Date(NOW).toISOString() });
  });

  test('a name that belongs to keys, or to somebody else', async () => {
    const of = await start({ KEPT_UNKNOWN_PEOPLE: 'viewer' });
    const headers = { ...BEA, 'x-forwarded-user': 'API key nightly' };
    expect((await session({ headers, of })).who?.name).toBe('bea@example.org');
    const twice = { 'x-forwarded-email': 'cleo@example.org', 'x-forwarded-user': 'Cleo Lund' };
    expect((await session({ headers: twice, of })).who?.name).toBe('Cleo Lund');
    const other = { 'x-forwarded-email': 'cleo2@example.org', 'x-forwarded-user': ' cleo  lund' };
    expect((await session({ headers: other, of })).who?.name).toBe('cleo2@example.org');
  });

  test('somebody disabled is out at the next request, and their stream ends', async () => {
    await invite('bea@example.org');
    const live = await ask('/api/live', { headers: BEA });
    expect(live.headers.get('content-type')).toBe('text/event-stream');
    const reader = live.body?.getReader();
    await reader?.read();
    await settled();
    const found = (await people()).find(({ email }) => email === 'bea@example.org');
    const { name, role, teams, records, revision } = found ?? { revision: 0 };
    const body = { name, role, teams, records, revision, state: 'disabled' };
    const changed = await ask(`/api/people/${found?.id ?? ''}`, { method: 'PUT', body, headers: ADA });
    expect(changed.status).toBe(200);
    expect(await problem(await ask('/api/teams', { headers: BEA }))).toEqual([403, 'forbidden', 'disabled']);
    let ended = false;
    while (!ended) ended = (await reader?.read())?.done ?? true;
    expect(ended).toBe(true);
  });

  test('rights by group follow the header from one request to the next', async () => {
    const of = await start({
      KEPT_PROXY_GROUPS_HEADER: 'X-Forwarded-Groups',
      KEPT_GROUP_RIGHTS: '{"chiefs":{"role":"administrator"},"care team":{"records":true}}',
    });
    const by = (groups: string): Ask => ({ headers: { ...BEA, 'x-forwarded-groups': groups }, of });
    expect((await session(by('choir, chiefs'))).who).toMatchObject({ role: 'administrator', records: false });
    expect((await ask('/api/people', by('chiefs'))).status).toBe(200);
    expect((await session(by('care team|choir'))).who).toMatchObject({ role: 'viewer', records: true });
    expect((await problem(await ask('/api/people', by('care team'))))[0]).toBe(403);
    expect(await session(by('choir'))).toMatchObject({ who: null, problem: 'unknown-person' });
    await settled(of);
    const entered = await of.ctx.db.all(`select detail from audit where outcome = 'done' order by id`);
    expect(entered).toEqual([{ detail: 'new → administrator' }, { detail: 'administrator → viewer; records' }]);
  });
});

describe('what stays as with a session', () => {
  test('another site that has the browser of a signed-in person change something', async () => {
    const body = { email: 'eve@example.org', name: 'Eve', role: 'administrator', teams: [], records: true };
    for (const forged of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const response = await ask('/api/people', { method: 'POST', body, headers: { ...ADA, ...forged } });
      expect((await problem(response)).slice(0, 2)).toEqual([403, 'forbidden']);
    }
    await settled();
    expect((await people()).map(({ email }) => email)).toEqual(['ada@example.org']);
  });

  test('signing out, which here would be a lie', async () => {
    const answer = await ask('/api/session', { method: 'DELETE', headers: ADA });
    expect(Session.parse(await answer.json()).who).toMatchObject({ email: 'ada@example.org' });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('a session cookie of another way opens nothing', async () => {
    const headers = { cookie: `__Host-kept=${'a'.repeat(43)}` };
    expect((await problem(await ask('/api/teams', { headers })))[0]).toBe(401);
  });

  test('the address that the proxy tells is the one in the audit log', async () => {
    await ask('/api/people', {
      ...{ method: 'POST', headers: { ...ADA, 'x-forwarded-for': '203.0.113.9, 198.51.100.66, 172.16.0.9' } },
      body: { email: 'bea@example.org', name: 'Bea', role: 'viewer', teams: [], records: false },
    });
    await settled();
    const entered = await service.ctx.db.all(`select from_address from audit where what = 'invitePerson'`);
    expect(entered).toEqual([{ from_address: '198.51.100.66' }]);
  });
});
