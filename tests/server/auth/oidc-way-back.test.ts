import { afterEach, describe, expect } from 'vitest';
import { NOW } from '../http/test-service.ts';
import { administrator, expectNobody, send, test, type AtProvider } from './at-provider.ts';
import { tokenIn, type OidcService } from './oidc-service.ts';
import { HOSTILE } from './schema-arbitrary.ts';
import { ADDRESS, COOKIE } from './signed-service.ts';
import { CLIENT_SECRET, startTestProvider } from './test-provider.ts';

describe('a way back', () => {
  test('with the state of another sign-in', async ({ provider, service }) => {
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

  test('that is sent to somebody who began none', async ({ provider, service }) => {
    const way = await provider.visit(await service.visitor().begin(), 'ada');
    const victim = service.visitor();
    expect(await victim.come(way)).toBe('/sign-in?problem=expired');
    await expectNobody(victim);
  });

  test('that is taken a second time, with and without the cookie of the first', async ({ provider, service }) => {
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

  test.for([
    { part: 'nonce', leads: '/sign-in?problem=failed' },
    { part: 'code_challenge', leads: '/sign-in?problem=expired' },
  ])('from a sign-in with another $part', async ({ part, leads }, { provider, service }) => {
    const visitor = service.visitor();
    const address = new URL(await visitor.begin());
    address.searchParams.set(part, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(await visitor.come(await provider.visit(address.href, 'ada'))).toBe(leads);
    await expectNobody(visitor);
  });

  test('from another provider', async ({ provider, service }) => {
    const visitor = service.visitor();
    const way = await provider.visit(await visitor.begin(), 'ada');
    way.searchParams.set('iss', 'https://evil.example');
    expect(await visitor.come(way)).toBe('/sign-in?problem=failed');
  });

  test('after the person turned back, with words of the provider that are not ours', async ({ provider, service }) => {
    const visitor = service.visitor();
    expect(await visitor.signIn('cancel')).toBe('/sign-in?problem=cancelled');
    const way = await provider.visit(await visitor.begin(), 'cancel');
    way.searchParams.set('error_description', '<script>alert(1)</script>');
    expect(await visitor.come(way)).toBe('/sign-in?problem=cancelled');
    expect(service.lines.join('')).not.toContain('<script>');
  });

  test('that failed, and forgets what was wanted', async ({ service }) => {
    const visitor = service.visitor();
    const wanted = '/sign-in?problem=cancelled&to=%2Fteams%3Fweek%3D2026-W46%26team%3Dn';
    expect(await visitor.signIn('cancel', '/teams?week=2026-W46&team=n')).toBe(wanted);
    expect(await visitor.signIn('cancel', '//evil.example')).toBe('/sign-in?problem=cancelled');
  });

  test('with a cookie that is none', async ({ provider, service }) => {
    for (const value of ['', 'x', Buffer.from('{"state":1}').toString('base64url'), '%00']) {
      const visitor = service.visitor();
      const way = await provider.visit(await visitor.begin(), 'ada');
      visitor.cookies.set('__Host-kept-way', value);
      expect(await visitor.come(way)).toBe('/sign-in?problem=expired');
    }
  });

  test('that leads out of the app', async ({ service }) => {
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

  test('and there, asked in every odd way, answers 500', async ({ service }) => {
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

  test('made up again and again, which asks the provider each time', async ({ service }) => {
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

  test('a secret or a code of the exchange in the log', async ({ provider, service, another }) => {
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
  afterEach<AtProvider>(async ({ running }) => running.start());

  const told = (of: OidcService, words: string): number => of.lines.filter((line) => line.includes(words)).length;

  test('at the start: it is told on the page and once in the log, and found when it is back', async ({
    provider,
    another,
  }) => {
    await provider.stop();
    const here = await another();
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

  test('later: whoever is in stays in, and whoever comes is not led to nowhere', async ({ provider, service }) => {
    const ada = await administrator(service);
    await provider.stop();
    service.setNow(NOW + 61_000);
    expect(await service.visitor().begin()).toBe('/sign-in?problem=provider-unreachable');
    expect((await ada.session()).who).not.toBeNull();
    await provider.start();
    service.setNow(NOW + 64_000);
    expect(await service.visitor().signIn('ada')).toBe('/');
  });

  test('between the way there and the way back', async ({ provider, service }) => {
    const visitor = service.visitor();
    const way = await provider.visit(await visitor.begin(), 'ada');
    await provider.stop();
    expect(await visitor.come(way)).toBe('/sign-in?problem=provider-unreachable');
    await expectNobody(visitor);
  });
});

describe('signing out', () => {
  test('ends the session, and leads to the provider, which leads back to the page', async ({ provider, service }) => {
    const visitor = await administrator(service);
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

  test('at a provider that knows no signing out ends the session here', async ({ another }) => {
    const without = await startTestProvider({
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    });
    without.accounts.set('ada', { email: 'ada@example.org', email_verified: true });
    const visitor = await administrator(await another({}, without));
    const response = await visitor.ask('/api/session', { method: 'DELETE', headers: { origin: ADDRESS } });
    expect(await response.json()).not.toHaveProperty('leave');
    await without.stop();
  });
});

describe('where people sign in otherwise', () => {
  test('passwords and links lead in past the provider', async ({ service }) => {
    const ada = await administrator(service);
    const visitor = service.visitor();
    const credentials = { email: 'ada@example.org', password: 'trombone-lattice-quay' };
    expect((await send(visitor, 'POST', '/api/session', credentials)).status).toBe(409);
    expect((await send(ada, 'PUT', '/api/session/password', { current: 'x', password: 'y' })).status).toBe(409);
  });
});
