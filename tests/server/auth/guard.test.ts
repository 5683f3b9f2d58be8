import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { readSettings } from '../../../server/settings.ts';
import { startTestService } from '../http/test-service.ts';
import { ADDRESS, COOKIE, PASSWORD, startSignedService, type SignedService } from './signed-service.ts';

const lines: string[] = [];
const log = createLog(
  'trace',
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  }),
);

let service: SignedService;
beforeAll(async () => {
  service = await startSignedService(
    {
      routes: [
        (app) => {
          app.get('/api/forgotten', (c) => c.text('figures'));
          app.get('/metrics', (c) => c.text(c.req.header('authorization') ?? 'nobody asked'));
          app.get('/beside', (c) => c.text('figures'));
          app.post('/api/throws', () => {
            throw Object.assign(new Error('a bug'), { password: 'hunter2hunter2', token: 'tok-tok-tok' });
          });
        },
      ],
    },
    { log, environment: { KEPT_FRAME_ANCESTORS: 'https://portal.example.org, https://intranet.example.org' } },
  );
});
afterAll(async () => service.remove());

describe('the guard', () => {
  test('a route that stands in no contract, and is open to all', async () => {
    const viewer = await service.person('Vera');
    for (const path of ['/api/forgotten', '/beside']) {
      expect((await service.browser().ask('GET', path)).status).toBe(401);
      expect((await viewer.ask('GET', path)).status).toBe(403);
      expect((await service.administrator.ask('GET', path)).status).toBe(200);
    }
  });

  test.each([
    '/api/teams/',
    '//api/teams',
    '/api//teams',
    '/API/teams',
    '/api/teams%2f',
    '/api/%74eams',
    '/api/./teams',
    '/api/x/../teams',
  ])('%s, which is spelt past it', async (path) => {
    const response = await service.browser().ask('GET', path);
    expect([401, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('"teams"');
  });

  test('the metrics, which have a token of their own, ask for a session, or hand their token to the keys', async () => {
    expect(await (await service.browser().ask('GET', '/metrics')).text()).toBe('nobody asked');
    const asked = await service.browser().ask('GET', '/metrics', undefined, { authorization: 'Bearer metrics-token' });
    expect(await asked.text()).toBe('Bearer metrics-token');
  });

  test('HEAD, with which one learns what GET would not tell', async () => {
    expect((await service.browser().ask('HEAD', '/api/people')).status).toBe(401);
    expect((await service.browser().ask('HEAD', '/api/teams')).headers.get('etag')).toBeNull();
  });

  test('a method override that the router knows nothing of', async () => {
    const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    const viewer = await service.person('Mia');
    expect((await viewer.ask('GET', '/api/people', undefined, headers)).status).toBe(403);
  });

  test('answers that a cache between keeps for the next one', async () => {
    const { headers } = await service.administrator.ask('GET', '/api/teams');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const reader = await service.person('Rea', { records: true });
    for (const path of [
      '/api/comments?week=2026-W46',
      '/api/records/orders?indicator=retention-12-week&week=2026-W46',
    ]) {
      const response = await reader.ask('GET', path);
      expect([path, response.headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
    for (const path of ['/api/session', '/api/people', '/api/keys', '/api/audit']) {
      expect((await service.administrator.ask('GET', path)).headers.get('cache-control')).toBe('no-store');
    }
  });

  test('a cookie that is none', async () => {
    const browser = service.browser();
    for (const token of ['', 'x', 'a b', `${'A'.repeat(43)}; kept=1`, "' or 1=1 --", 'A'.repeat(10_000)]) {
      browser.setToken(token);
      expect((await browser.ask('GET', '/api/teams')).status).toBe(401);
    }
  });
});

describe('requests of elsewhere', () => {
  const ask = async (headers: Readonly<Record<string, string>>): Promise<number> =>
    (await service.administrator.ask('DELETE', '/api/people/nobody/sessions', undefined, headers)).status;

  test.each([
    { name: 'another site', headers: { origin: 'https://evil.example' } },
    { name: 'a site below the same domain', headers: { origin: 'https://wiki.example.org' } },
    { name: 'the same host by http', headers: { origin: 'http://kept.example.org.evil.example' } },
    { name: 'a sandboxed page', headers: { origin: 'null' } },
    { name: 'a form of another site', headers: { 'sec-fetch-site': 'cross-site' } },
    { name: 'a page of the same domain', headers: { 'sec-fetch-site': 'same-site' } },
  ])('a change for which $name borrows the cookie', async ({ headers }) => {
    expect(await ask(headers)).toBe(403);
  });

  test('the page itself, also where a proxy changes the host, is kept out', async () => {
    expect(await ask({})).toBe(404);
    expect(await ask({ host: '127.0.0.1:4000', origin: ADDRESS })).toBe(404);
  });

  test('a sign-in that another site makes, to sit beside its victim', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const body = { email: 'ada@example.org', password: PASSWORD };
    const browser = service.browser();
    expect((await browser.ask('POST', '/api/session', body, headers)).status).toBe(403);
    expect(browser.token()).toBeNull();
  });

  test.each([
    { host: 'kept.example.org', status: 200 },
    { host: 'KEPT.example.org:443', status: 200 },
    { host: '127.0.0.1:4000', status: 200 },
    { host: 'evil.example', status: 403 },
    { host: 'kept.example.org.evil.example', status: 403 },
    { host: '10.0.0.7:4000', status: 403 },
  ])('a page at $host reads it: $status', async ({ host, status }) => {
    expect((await service.administrator.ask('GET', '/api/teams', undefined, { host })).status).toBe(status);
  });

  test('frames of others than the portal, or a portal that X-Frame-Options keeps out', async () => {
    const { headers } = await service.browser().ask('GET', '/api/session');
    expect(headers.get('content-security-policy')).toContain(
      'frame-ancestors https://portal.example.org https://intranet.example.org',
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });

  test('an open service that promises https', async () => {
    const open = await startTestService();
    const { headers } = await open.get('/api/session');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.getSetCookie()).toEqual([]);
    await open.remove();
  });
});

describe('a service of which nobody said the address', () => {
  test('signs in on this machine without https', () => {
    const settings = readSettings({ KEPT_SIGN_IN: 'accounts' });
    expect(settings).toMatchObject({ signIn: { way: 'accounts' }, address: null, host: '127.0.0.1' });
  });
});

test('a secret in a log, an address, an error or the audit log', async () => {
  const secrets: string[] = [PASSWORD];
  const browser = service.browser();
  await browser.ask('POST', '/api/session', { email: 'ada@example.org', password: PASSWORD });
  secrets.push(browser.token() ?? '');
  await browser.ask('POST', '/api/session', { email: 'ada@example.org', password: 'wrong-password-1' });
  await browser.ask('POST', '/api/session', { email: 'my-password-typed-there', password: 'wrong-password-2' });
  const made = await browser.ask('POST', '/api/keys', { name: 'nightly', kinds: ['orders'] });
  secrets.push(((await made.json()) as { secret: string }).secret);
  const person = { email: 'zoe@example.org', name: 'Zoe', role: 'viewer', teams: [], records: false };
  const invited = (await (await browser.ask('POST', '/api/people', person)).json()) as { link: { address: string } };
  const token = new URL(invited.link.address).hash.slice(1);
  secrets.push(
    token,
    'wrong-password-1',
    'wrong-password-2',
    'my-password-typed-there',
    'kept_guess',
    'hunter2hunter2',
    'tok-tok-tok',
  );
  const bodies = [
    await browser.ask('POST', '/api/invitation/acceptance', {
      token,
      email: null,
      name: null,
      password: 'password1234',
    }),
    await browser.ask('POST', '/api/invitation/look', { token: `${token}x` }),
    await browser.ask('GET', '/api/people', undefined, { authorization: 'Bearer kept_guess' }),
    await browser.ask('POST', '/api/throws'),
    await browser.ask('POST', '/api/session', { email: 'ada@example.org', password: { hunter2hunter2: 1 } }),
  ];
  const texts = await Promise.all(bodies.map(async (response) => response.text()));
  expect(bodies.map(({ status }) => status)).toEqual([400, 404, 401, 500, 400]);
  expect(lines.length).toBeGreaterThan(4);
  const audit = await service.ctx.db.all(`select * from audit`);
  const everywhere = JSON.stringify([lines, texts, audit]);
  expect(everywhere).toContain('ada@example.org');
  for (const secret of secrets) {
    expect(secret).not.toBe('');
    expect([secret, everywhere.includes(secret)]).toEqual([secret, false]);
  }
  expect(everywhere).not.toContain(COOKIE);
});
