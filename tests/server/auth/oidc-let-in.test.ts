import { describe, expect } from 'vitest';
import { lacksAdministrator } from '../../../server/services/first-administrator.ts';
import { administrator, change, expectNobody, invite, people, test } from './at-provider.ts';
import { tokenIn, type OidcService } from './oidc-service.ts';
import { ADDRESS, COOKIE } from './signed-service.ts';
import { startTestProvider, type TestProvider } from './test-provider.ts';

const refusals = async (of: OidcService): Promise<unknown> => {
  await of.ctx.auditQueue.settled();
  return of.ctx.db.all(`select who_name, what, about, detail from audit where outcome = 'refused' order by id`);
};

describe('signing in at the provider', () => {
  test('the button says the name of the settings and leads to the provider with state, nonce and PKCE', async ({
    provider,
    service,
  }) => {
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

  test('the administrator of the settings comes in first and invites; the invited come in with their rights', async ({
    service,
  }) => {
    const ada = await administrator(service);
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

  test('cookies that a page or another site could use, and a way back that a cache keeps', async ({
    provider,
    service,
  }) => {
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

  test('a session of before that lives on', async ({ service }) => {
    const visitor = await administrator(service);
    const first = tokenIn(visitor) ?? '';
    expect(await visitor.signIn('ada')).toBe('/');
    expect(tokenIn(visitor)).not.toBe(first);
    const old = service.visitor();
    old.cookies.set(COOKIE, first);
    expect((await old.session()).who).toBeNull();
  });

  test('a provider that says all in the ID token', async ({ another }) => {
    const telling = await startTestProvider({ conformIdTokenClaims: false });
    telling.accounts.set('ada', { email: 'ada@example.org', email_verified: true, name: 'Ada' });
    const here = await another({}, telling);
    expect(await here.visitor().signIn('ada')).toBe('/');
    await telling.stop();
  });
});

test('a service that nobody could ever administer is not told', async ({ service, another }) => {
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
  test('somebody nobody has invited', async ({ service }) => {
    const visitor = service.visitor();
    expect(await visitor.signIn('cleo')).toBe('/sign-in?problem=unknown-person');
    await expectNobody(visitor);
    expect(await service.ctx.db.all(`select email from people`)).toEqual([]);
    expect(await refusals(service)).toEqual([
      { who_name: 'not signed in', what: 'finishSignIn', about: 'cleo@example.org', detail: 'unknown-person' },
    ]);
  });

  test('the settings let the same person in as a viewer', async ({ another }) => {
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
  test.for(emails)('an e-mail $name', async ({ account, environment = {}, leads }, { provider, another }) => {
    provider.accounts.set('ada', account);
    const visitor = (await another(environment)).visitor();
    expect(await visitor.signIn('ada')).toBe(leads);
    if (leads !== '/') await expectNobody(visitor);
  });

  test('somebody who was disabled, under the e-mail of then and a new one', async ({ provider, service }) => {
    const ada = await administrator(service);
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

  test('another account that was given the e-mail of somebody who has left', async ({ provider, service }) => {
    const ada = await administrator(service);
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

  test('somebody whose e-mail has changed at the provider is another person', async ({ provider, service }) => {
    const ada = await administrator(service);
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
  const withGroups = (provider: TestProvider, groups?: readonly string[]): void => {
    provider.accounts.set('bea', {
      ...{ email: 'bea@example.org', email_verified: true, name: 'Bea' },
      ...(groups === undefined ? {} : { groups }),
    });
  };

  test('are those of all groups together, at every sign-in anew, and go with the last of them', async ({
    provider,
    another,
  }) => {
    const here = await another(GROUPS);
    const bea = here.visitor();
    withGroups(provider, ['leads', 'care', 'choir']);
    expect(await bea.signIn('bea')).toBe('/');
    expect((await bea.session()).who).toMatchObject({ role: 'lead', teams: ['north'], records: true });
    withGroups(provider, ['chiefs']);
    expect(await bea.signIn('bea')).toBe('/');
    expect((await bea.session()).who).toMatchObject({ role: 'administrator', teams: [], records: false });
    withGroups(provider, ['choir', 'constructor', '__proto__']);
    expect(await here.visitor().signIn('bea')).toBe('/sign-in?problem=unknown-person');
    withGroups(provider);
    expect(await here.visitor().signIn('bea')).toBe('/sign-in?problem=unknown-person');
    const entries = await here.ctx.db.all<{ detail: string }>(
      `select detail from audit where what = 'finishSignIn' and outcome = 'done' order by id`,
    );
    expect(entries.map(({ detail }) => detail)).toEqual([
      'new → lead; teams north; records',
      'lead; teams north; records → administrator',
    ]);
  });

  test('an administrator of the settings in no group at all', async ({ another }) => {
    const here = await another(GROUPS);
    expect((await (await administrator(here)).session()).who).toMatchObject({ role: 'administrator' });
  });
});
