import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/policy.ts';
import { People, type Person } from '../../../src/contract/people.ts';
import { lacksAdministrator } from '../../../server/services/first-administrator.ts';
import { NOW } from '../http/test-service.ts';
import { startOidcService, tokenIn, type OidcService, type Visitor } from './oidc-service.ts';
import { HOSTILE } from './schema-arbitrary.ts';
import { ADDRESS, COOKIE } from './signed-service.ts';
import { CLIENT_SECRET, startTestProvider, type TestProvider } from './test-provider.ts';

let provider: TestProvider;
let service: OidcService;
const more: OidcService[] = [];

beforeAll(async () => {
  provider = await startTestProvider();
});
afterAll(async () => provider.stop());
beforeEach(async () => {
  provider.accounts.clear();
  for (const name of ['ada', 'bea', 'cleo']) {
    const Name = name.slice(0, 1).toUpperCase() + name.slice(1);
    provider.accounts.set(name, { email: `${name}@example.org`, email_verified: true, name: `${Name} Lund` });
  }
  service = await startOidcService(provider);
});
afterEach(async () => {
  for (const each of [service, ...more.splice(0)]) await each.remove();
});

const another = async (environment: Readonly<Record<string, string>>): Promise<OidcService> => {
  const started = await startOidcService(provider, environment);
  more.push(started);
  return started;
};

const send = async (visitor: Visitor, method: string, path: string, body: unknown): Promise<Response> =>
  visitor.ask(path, {
    method,
    headers: { 'content-type': 'application/json', origin: ADDRESS },
    body: JSON.stringify(body),
  });

const administrator = async (of: OidcService = service): Promise<Visitor> => {
  const visitor = of.visitor();
  expect(await visitor.signIn('ada')).toBe('/');
  return visitor;
};

const invite = async (ada: Visitor, name: string, role: Role): Promise<void> => {
  const wanted = { email: `${name.toLowerCase()}@example.org`, name, role, teams: [], records: false };
  expect((await send(ada, 'POST', '/api/people', wanted)).status).toBe(201);
};

const people = async (ada: Visitor): Promise<readonly Person[]> =>
  People.parse(await (await ada.ask('/api/people')).json()).people;

const change = async (ada: Visitor, email: string, to: Partial<Person>): Promise<void> => {
  const found = (await people(ada)).find((person) => person.email === email);
  if (found === undefined) throw new Error(`${email} is not there`);
  const { revision, name, role, teams, records } = found;
  const body = { revision, name, role, teams, records, state: 'active', ...to };
  expect((await send(ada, 'PUT', `/api/people/${found.id}`, body)).status).toBe(200);
};

const refusals = async (of: OidcService = service): Promise<unknown> => {
  await of.ctx.auditQueue.settled();
  return of.ctx.db.all(`select who_name, what, about, detail from audit where outcome = 'refused' order by id`);
};

const expectNobody = async (visitor: Visitor): Promise<void> => {
  expect(tokenIn(visitor)).toBeUndefined();
  expect((await visitor.session()).who).toBeNull();
};

describe('signing in at the provider', () => {
  test('the button says the name of the settings and leads to the provider with state, nonce and PKCE', async () => {
    const visitor = service.visitor();
    expect((await visitor.session()).ways).toEqual([{ way: 'oidc', name: 'Example ID', path: '/api/session/oidc' }]);
    const address = new URL(await visitor.begin());
    expect(address.origin).toBe(provider.issuer);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      ...{ client_id: 'kept', response_type: 'code', scope: 'openid email profile', code_challenge_method: 'S256' },
      redirect_uri: `${ADDRESS}/api/session/oidc/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    });
    const other = new URL(await visitor.begin());
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(other.searchParams.get(name)).not.toBe(address.searchParams.get(name));
    }
  });

  test('the administrator of the settings comes in first and invites; the invited come in with their rights', async () => {
    const ada = await administrator();
    expect((await ada.session()).who).toMatchObject({
      ...{ role: 'administrator', records: true, name: 'Ada Lund', email: 'ada@example.org' },
    });
    await invite(ada, 'Bea', 'editor');
    const bea = service.visitor();
    expect(await bea.signIn('bea', '/teams/north?week=2026-W46#goals')).toBe('/teams/north?week=2026-W46#goals');
    expect((await bea.session()).who).toMatchObject({ role: 'editor', email: 'bea@example.org', name: 'Bea' });
    expect(await people(ada)).toMatchObject([{ state: 'active' }, { state: 'active', sessions: 1 }]);
    const entered = await service.ctx.db.all(`select who_name, about, detail from audit where what = 'finishSignIn'`);
    expect(entered).toEqual([
      { who_name: 'Ada Lund', about: 'ada@example.org', detail: 'new → administrator; records' },
      { who_name: 'Bea', about: 'bea@example.org', detail: 'came for the first time' },
    ]);
  });

  test('cookies that a page or another site could use, and a way back that a cache keeps', async () => {
    const visitor = service.visitor();
    const begun = await visitor.ask('/api/session/oidc');
    const way = await provider.visit(begun.headers.get('location') ?? '', 'ada');
    const done = await visitor.ask(`${way.pathname}${way.search}`);
    const flags = /; Path=\/; HttpOnly; Secure; SameSite=Lax$/;
    expect(begun.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-kept-way=[\w-]+; Max-Age=600/)]);
    expect(begun.headers.getSetCookie()[0]).toMatch(flags);
    expect(done.headers.getSetCookie()).toHaveLength(2);
    for (const cookie of done.headers.getSetCookie()) expect(cookie).toMatch(flags);
    expect([...visitor.cookies.keys()]).toEqual([COOKIE]);
    for (const { headers } of [begun, done]) expect(headers.get('cache-control')).toContain('no-store');
  });

  test('a session of before that lives on', async () => {
    const visitor = await administrator();
    const first = tokenIn(visitor) ?? '';
    expect(await visitor.signIn('ada')).toBe('/');
    expect(tokenIn(visitor)).not.toBe(first);
    const old = service.visitor();
    old.cookies.set(COOKIE, first);
    expect((await old.session()).who).toBeNull();
  });

  test('a provider that says all in the ID token', async () => {
    const telling = await startTestProvider({ conformIdTokenClaims: false });
    telling.accounts.set('ada', { email: 'ada@example.org', email_verified: true, name: 'Ada' });
    const here = await startOidcService(telling);
    more.push(here);
    expect(await here.visitor().signIn('ada')).toBe('/');
    await telling.stop();
  });
});

test('a service that nobody could ever administer is not told', async () => {
  expect(await lacksAdministrator(service.ctx)).toBe(false);
  const nobody = await another({ KEPT_ADMINISTRATORS: '', KEPT_UNKNOWN_PEOPLE: 'viewer' });
  expect(await lacksAdministrator(nobody.ctx)).toBe(true);
  await nobody.visitor().signIn('ada');
  expect(await lacksAdministrator(nobody.ctx)).toBe(true);
  await nobody.ctx.db.transaction(async (tx) => tx.exec(`update people set role = 'administrator'`));
  expect(await lacksAdministrator(nobody.ctx)).toBe(false);
  const groups = { KEPT_OIDC_GROUPS_CLAIM: 'groups', KEPT_GROUP_RIGHTS: '{"chiefs":{"role":"administrator"}}' };
  expect(await lacksAdministrator((await another({ KEPT_ADMINISTRATORS: '', ...groups })).ctx)).toBe(false);
});

describe('whoever is not let in', () => {
  test('somebody nobody has invited', async () => {
    const visitor = service.visitor();
    expect(await visitor.signIn('cleo')).toBe('/sign-in?problem=unknown-person');
    await expectNobody(visitor);
    expect(await service.ctx.db.all(`select email from people`)).toEqual([]);
    expect(await refusals()).toEqual([
      { who_name: 'not signed in', what: 'finishSignIn', about: 'cleo@example.org', detail: 'unknown-person' },
    ]);
  });

  test('the settings let the same person in as a viewer', async () => {
    const here = await another({ KEPT_UNKNOWN_PEOPLE: 'viewer' });
    const visitor = here.visitor();
    expect(await visitor.signIn('cleo')).toBe('/');
    expect((await visitor.session()).who).toMatchObject({
      role: 'viewer',
      teams: [],
      records: false,
      name: 'Cleo Lund',
    });
  });

  const emails: ReadonlyArray<{
    name: string;
    account: { email?: string; email_verified?: boolean };
    environment?: Readonly<Record<string, string>>;
    leads: string;
  }> = [
    {
      name: 'unverified',
      account: { email: 'ada@example.org', email_verified: false },
      leads: '/sign-in?problem=unverified-email',
    },
    {
      name: 'of which nothing is said',
      account: { email: 'ada@example.org' },
      leads: '/sign-in?problem=unverified-email',
    },
    { name: 'none', account: { email_verified: true }, leads: '/sign-in?problem=no-email' },
    {
      name: 'of which nothing is said, where the settings assume it',
      account: { email: 'ADA@example.org' },
      environment: { KEPT_OIDC_VERIFIED_EMAIL: 'assumed' },
      leads: '/',
    },
    {
      name: 'unverified, where the settings assume it',
      account: { email: 'ada@example.org', email_verified: false },
      environment: { KEPT_OIDC_VERIFIED_EMAIL: 'assumed' },
      leads: '/sign-in?problem=unverified-email',
    },
    {
      name: 'of another domain',
      account: { email: 'ada@example.org', email_verified: true },
      environment: { KEPT_EMAIL_DOMAINS: 'sub.example.org, xample.org' },
      leads: '/sign-in?problem=other-domain',
    },
    {
      name: 'that ends like a domain of ours',
      account: { email: 'ada@example.org@evil.example', email_verified: true },
      environment: { KEPT_EMAIL_DOMAINS: 'example.org' },
      leads: '/sign-in?problem=other-domain',
    },
  ];
  test.each(emails)('an e-mail $name', async ({ account, environment = {}, leads }) => {
    provider.accounts.set('ada', account);
    const visitor = (await another(environment)).visitor();
    expect(await visitor.signIn('ada')).toBe(leads);
    if (leads !== '/') await expectNobody(visitor);
  });

  test('somebody who was disabled, under the e-mail of then and a new one', async () => {
    const ada = await administrator();
    await invite(ada, 'Bea', 'editor');
    const bea = service.visitor();
    await bea.signIn('bea');
    await change(ada, 'bea@example.org', { state: 'disabled' });
    expect((await bea.session()).who).toBeNull();
    const viewers = service.visitor();
    expect(await viewers.signIn('bea')).toBe('/sign-in?problem=disabled');
    provider.accounts.set('bea', { email: 'bea.new@example.org', email_verified: true });
    expect(await viewers.signIn('bea')).toBe('/sign-in?problem=disabled');
  });

  test('another account that was given the e-mail of somebody who has left', async () => {
    const ada = await administrator();
    await invite(ada, 'Bea', 'editor');
    await service.visitor().signIn('bea');
    provider.accounts.set('second', { email: 'bea@example.org', email_verified: true });
    const second = service.visitor();
    expect(await second.signIn('second')).toBe('/sign-in?problem=other-person');
    await expectNobody(second);
    await change(ada, 'bea@example.org', { state: 'disabled' });
    await change(ada, 'bea@example.org', { state: 'active' });
    expect(await second.signIn('second')).toBe('/');
    expect(await service.visitor().signIn('bea')).toBe('/sign-in?problem=other-person');
  });

  test('somebody whose e-mail has changed at the provider is another person', async () => {
    const ada = await administrator();
    await invite(ada, 'Bea', 'editor');
    await service.visitor().signIn('bea');
    provider.accounts.set('bea', { email: 'bea.holm@example.org', email_verified: true });
    const bea = service.visitor();
    expect(await bea.signIn('bea')).toBe('/');
    expect((await bea.session()).who).toMatchObject({ role: 'editor', email: 'bea.holm@example.org' });
  });
});

describe('rights by group', () => {
  const RIGHTS = {
    leads: { role: 'lead', teams: ['north'] },
    care: { records: true },
    chiefs: { role: 'administrator' },
  };
  const GROUPS = {
    ...{ KEPT_OIDC_GROUPS_CLAIM: 'groups', KEPT_OIDC_SCOPES: 'openid email profile groups' },
    KEPT_GROUP_RIGHTS: JSON.stringify(RIGHTS),
  };
  const withGroups = (groups?: readonly string[]): void => {
    provider.accounts.set('bea', {
      ...{ email: 'bea@example.org', email_verified: true, name: 'Bea' },
      ...(groups === undefined ? {} : { groups }),
    });
  };

  test('are those of all groups together, at every sign-in anew, and go with the last of them', async () => {
    const here = await another(GROUPS);
    const bea = here.visitor();
    withGroups(['leads', 'care', 'choir']);
    expect(await bea.signIn('bea')).toBe('/');
    expect((await bea.session()).who).toMatchObject({ role: 'lead', teams: ['north'], records: true });
    withGroups(['chiefs']);
    expect(await bea.signIn('bea')).toBe('/');
    expect((await bea.session()).who).toMatchObject({ role: 'administrator', teams: [], records: false });
    withGroups(['choir', 'constructor', '__proto__']);
    expect(await here.visitor().signIn('bea')).toBe('/sign-in?problem=unknown-person');
    withGroups();
    expect(await here.visitor().signIn('bea')).toBe('/sign-in?problem=unknown-person');
    const entries = await here.ctx.db.all<{ detail: string }>(
      `select detail from audit where what = 'finishSignIn' and outcome = 'done' order by id`,
    );
    expect(entries.map(({ detail }) => detail)).toEqual([
      'new → lead; teams north; records',
      'lead; teams north; records → administrator',
    ]);
  });

  test('an administrator of the settings in no group at all', async () => {
    const here = await another(GROUPS);
    expect((await (await administrator(here)).session()).who).toMatchObject({ role: 'administrator' });
  });
});

describe('a way back', () => {
  test('with the state of another sign-in', async () => {
    const [one, other] = [service.visitor(), service.visitor()];
    const way = await provider.visit(await one.begin(), 'ada');
    const address = await other.begin();
    expect(await other.come(way)).toBe('/sign-in?problem=expired');
    await expectNobody(other);
    const made = new URL(way);
    made.searchParams.set('state', 'of-my-own');
    expect(await one.come(made)).toBe('/sign-in?problem=expired');
    way.searchParams.append('state', 'of-my-own');
    expect(await one.come(way)).toBe('/sign-in?problem=failed');
    await expectNobody(one);
    /* What was begun in the other tab meanwhile goes on. */
    expect(await other.come(await provider.visit(address, 'ada'))).toBe('/');
  });

  test('that is sent to somebody who began none', async () => {
    const way = await provider.visit(await service.visitor().begin(), 'ada');
    const victim = service.visitor();
    expect(await victim.come(way)).toBe('/sign-in?problem=expired');
    await expectNobody(victim);
  });

  test('that is taken a second time, with and without the cookie of the first', async () => {
    const visitor = service.visitor();
    const address = await visitor.begin();
    const kept = new Map(visitor.cookies);
    const way = await provider.visit(address, 'ada');
    expect(await visitor.come(way)).toBe('/');
    const thief = service.visitor();
    expect(await thief.come(way)).toBe('/sign-in?problem=expired');
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect(await thief.come(way)).toBe('/sign-in?problem=expired');
    await expectNobody(thief);
  });

  test.each([
    { part: 'nonce', leads: '/sign-in?problem=failed' },
    { part: 'code_challenge', leads: '/sign-in?problem=expired' },
  ])('from a sign-in with another $part', async ({ part, leads }) => {
    const visitor = service.visitor();
    const address = new URL(await visitor.begin());
    address.searchParams.set(part, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(await visitor.come(await provider.visit(address.href, 'ada'))).toBe(leads);
    await expectNobody(visitor);
  });

  test('from another provider', async () => {
    const visitor = service.visitor();
    const way = await provider.visit(await visitor.begin(), 'ada');
    way.searchParams.set('iss', 'https://evil.example');
    expect(await visitor.come(way)).toBe('/sign-in?problem=failed');
  });

  test('after the person turned back, with words of the provider that are not ours', async () => {
    const visitor = service.visitor();
    expect(await visitor.signIn('cancel')).toBe('/sign-in?problem=cancelled');
    const way = await provider.visit(await visitor.begin(), 'cancel');
    way.searchParams.set('error_description', '<script>alert(1)</script>');
    expect(await visitor.come(way)).toBe('/sign-in?problem=cancelled');
    expect(service.lines.join('')).not.toContain('<script>');
  });

  test('that failed, and forgets what was wanted', async () => {
    const visitor = service.visitor();
    const wanted = '/sign-in?problem=cancelled&to=%2Fteams%3Fweek%3D2026-W46%26team%3Dn';
    expect(await visitor.signIn('cancel', '/teams?week=2026-W46&team=n')).toBe(wanted);
    expect(await visitor.signIn('cancel', '//evil.example')).toBe('/sign-in?problem=cancelled');
  });

  test('with a cookie that is none', async () => {
    for (const value of ['', 'x', Buffer.from('{"state":1}').toString('base64url'), '%00']) {
      const visitor = service.visitor();
      const way = await provider.visit(await visitor.begin(), 'ada');
      visitor.cookies.set('__Host-kept-way', value);
      expect(await visitor.come(way)).toBe('/sign-in?problem=expired');
    }
  });

  test('that leads out of the app', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/api/imports',
    ]) {
      expect(await service.visitor().signIn('ada', to)).toBe('/');
    }
  });

  test('and there, asked in every odd way, answers 500', async () => {
    const texts = HOSTILE.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2000));
    for (const odd of texts.map((text) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '')))) {
      const visitor = service.visitor(`198.51.100.${odd.length % 250}`);
      const state = new URL(await visitor.begin()).searchParams.get('state') ?? '';
      const asked = [`?to=${odd}`, `?${odd}=1`, `/callback?state=${odd}&code=${odd}`, `/callback?${odd}`];
      for (const query of [...asked, `/callback?state=${state}&code=${odd}&iss=${odd}&error=${odd}`]) {
        const { status } = await visitor.ask(`/api/session/oidc${query}`);
        expect([query, [302, 400].includes(status)]).toEqual([query, true]);
      }
    }
  });

  test('made up again and again, which asks the provider each time', async () => {
    const attacker = service.visitor('198.51.100.66');
    const madeUp = async (): Promise<string> => {
      const state = new URL(await attacker.begin()).searchParams.get('state') ?? '';
      return attacker.come(new URL(`${ADDRESS}/api/session/oidc/callback?code=guess&state=${state}`));
    };
    const answers = new Set<string>();
    for (let index = 0; index < 22; index += 1) answers.add(await madeUp());
    expect([...answers]).toEqual(['/sign-in?problem=failed', '/sign-in?problem=too-many-tries']);
    expect(await service.visitor().signIn('ada')).toBe('/');
  });

  test('a secret or a code of the exchange in the log', async () => {
    const visitor = service.visitor();
    const address = new URL(await visitor.begin());
    const way = await provider.visit(address.href, 'ada');
    await visitor.come(way);
    const wrong = await another({ KEPT_OIDC_CLIENT_SECRET: 'not-the-secret-at-all' });
    const refused = wrong.visitor();
    expect(await refused.signIn('ada')).toBe('/sign-in?problem=failed');
    expect(wrong.lines.join('')).toContain('invalid_client');
    const log = [...service.lines, ...wrong.lines].join('');
    const secrets = [CLIENT_SECRET, 'not-the-secret-at-all', tokenIn(visitor), way.searchParams.get('code')];
    for (const secret of [...secrets, address.searchParams.get('state')]) {
      expect(secret).toEqual(expect.any(String));
      expect(log).not.toContain(secret);
    }
  });
});

describe('a provider that is away', () => {
  afterEach(async () => provider.start());

  const told = (of: OidcService, words: string): number => of.lines.filter((line) => line.includes(words)).length;

  test('at the start: it is told on the page and once in the log, and found when it is back', async () => {
    await provider.stop();
    const here = await another({});
    await here.ctx.provider?.look();
    const visitor = here.visitor();
    expect(await visitor.begin()).toBe('/sign-in?problem=provider-unreachable');
    here.setNow(NOW + 3000);
    expect(await visitor.begin()).toBe('/sign-in?problem=provider-unreachable');
    expect(told(here, 'cannot be found')).toBe(1);
    expect((await visitor.session()).ways).toHaveLength(1);
    await provider.start();
    here.setNow(NOW + 6000);
    expect(await visitor.signIn('ada')).toBe('/');
    expect(told(here, 'answers again')).toBe(1);
  });

  test('later: whoever is in stays in, and whoever comes is not led to nowhere', async () => {
    const ada = await administrator();
    await provider.stop();
    service.setNow(NOW + 61_000);
    expect(await service.visitor().begin()).toBe('/sign-in?problem=provider-unreachable');
    expect((await ada.session()).who).not.toBeNull();
    await provider.start();
    service.setNow(NOW + 64_000);
    expect(await service.visitor().signIn('ada')).toBe('/');
  });

  test('between the way there and the way back', async () => {
    const visitor = service.visitor();
    const way = await provider.visit(await visitor.begin(), 'ada');
    await provider.stop();
    expect(await visitor.come(way)).toBe('/sign-in?problem=provider-unreachable');
    await expectNobody(visitor);
  });
});

describe('signing out', () => {
  test('ends the session, and leads to the provider, which leads back to the page', async () => {
    const visitor = await administrator();
    const token = tokenIn(visitor) ?? '';
    const response = await visitor.ask('/api/session', { method: 'DELETE', headers: { origin: ADDRESS } });
    const { who, leave } = (await response.json()) as { who: unknown; leave: string };
    expect(who).toBeNull();
    expect(Object.fromEntries(new URL(leave).searchParams)).toEqual({
      ...{ client_id: 'kept', post_logout_redirect_uri: `${ADDRESS}/sign-in` },
    });
    expect((await provider.signOut(leave)).href).toBe(`${ADDRESS}/sign-in`);
    visitor.cookies.set(COOKIE, token);
    expect((await visitor.session()).who).toBeNull();
  });

  test('at a provider that knows no signing out ends the session here', async () => {
    const without = await startTestProvider({
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    });
    without.accounts.set('ada', { email: 'ada@example.org', email_verified: true });
    const here = await startOidcService(without);
    more.push(here);
    const visitor = await administrator({ ...here });
    const response = await visitor.ask('/api/session', { method: 'DELETE', headers: { origin: ADDRESS } });
    expect(await response.json()).not.toHaveProperty('leave');
    await without.stop();
  });
});

describe('where people sign in otherwise', () => {
  test('passwords and links lead in past the provider', async () => {
    const ada = await administrator();
    const visitor = service.visitor();
    const credentials = { email: 'ada@example.org', password: 'trombone-lattice-quay' };
    expect((await send(visitor, 'POST', '/api/session', credentials)).status).toBe(409);
    expect((await send(ada, 'PUT', '/api/session/password', { current: 'x', password: 'y' })).status).toBe(409);
  });
});
