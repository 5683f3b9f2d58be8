import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Person } from '../../../src/contract/people.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { hashOf } from '../../../server/auth/secrets.ts';
import { NOW } from '../http/test-service.ts';
import { COOKIE, PASSWORD, startSignedService, type Browser, type SignedService } from './signed-service.ts';

let service: SignedService;
beforeEach(async () => {
  service = await startSignedService();
});
afterEach(async () => service.remove());

const HOUR_MS = 3_600_000;
const signIn = async (browser: Browser, email = 'ada@example.org', password = PASSWORD): Promise<Response> =>
  browser.ask('POST', '/api/session', { email, password });
const statusOf = async (browser: Browser): Promise<number> => (await browser.ask('GET', '/api/teams')).status;

describe('a session', () => {
  test('whose cookie a script could read, another site could send, or http could carry', async () => {
    const response = await signIn(service.browser());
    const [cookie = '', more] = response.headers.getSetCookie();
    expect(more).toBeUndefined();
    expect(cookie).toMatch(new RegExp(`^${COOKIE}=[\\w-]{43}; `));
    const attributes = cookie.split('; ').slice(1);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('that is kept as its cookie says it, so that who reads the database is signed in', async () => {
    const browser = service.browser();
    await signIn(browser);
    const rows = await service.ctx.db.all<{ token_hash: string }>(`select token_hash from sessions`);
    expect(rows.map(({ token_hash }) => token_hash)).toContain(hashOf(browser.token() ?? ''));
    expect(JSON.stringify(rows)).not.toContain(browser.token());
  });

  test('under a token that somebody planted before (fixation), or that stays the same at a new sign-in', async () => {
    const browser = service.browser();
    const planted = 'A'.repeat(43);
    browser.setToken(planted);
    await signIn(browser);
    const first = browser.token();
    expect(first).not.toBe(planted);
    await signIn(browser);
    const second = browser.token();
    expect(second).not.toBe(first);
    browser.setToken(first);
    expect(await statusOf(browser)).toBe(401);
    browser.setToken(second);
    expect(await statusOf(browser)).toBe(200);
  });

  test('that stays open although nobody uses it, or ends although somebody does', async () => {
    const browser = service.browser();
    await signIn(browser);
    for (let hours = 11; hours <= 33; hours += 11) {
      service.setNow(NOW + hours * HOUR_MS);
      expect(await statusOf(browser)).toBe(200);
    }
    service.setNow(NOW + (33 + 12) * HOUR_MS);
    expect(await statusOf(browser)).toBe(401);
  });

  test('that a page which stands open keeps in use by itself', async () => {
    const browser = service.browser();
    await signIn(browser);
    for (let hours = 2; hours <= 12; hours += 2) {
      service.setNow(NOW + hours * HOUR_MS);
      await browser.ask('GET', '/api/health');
      await browser.session();
    }
    expect(await statusOf(browser)).toBe(401);
  });

  test('that never ends as long as it is used', async () => {
    const browser = service.browser();
    await signIn(browser);
    for (let hours = 8; hours < 7 * 24; hours += 8) {
      service.setNow(NOW + hours * HOUR_MS);
      expect(await statusOf(browser)).toBe(200);
    }
    service.setNow(NOW + 7 * 24 * HOUR_MS);
    expect(await statusOf(browser)).toBe(401);
    expect((await browser.session()).who).toBeNull();
  });

  test('that goes on after signing out, here or everywhere', async () => {
    const [one, other, third] = [service.browser(), service.browser(), service.browser()];
    for (const browser of [one, other, third]) await signIn(browser);
    const token = one.token();
    const out = await one.ask('DELETE', '/api/session');
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect(one.token()).toBeNull();
    one.setToken(token);
    expect([await statusOf(one), await statusOf(other), await statusOf(third)]).toEqual([401, 200, 200]);
    await other.ask('DELETE', '/api/session/all');
    expect([await statusOf(third), await statusOf(service.administrator)]).toEqual([401, 401]);
  });

  test('that goes on when its person is disabled, or signed out by an administrator', async () => {
    const bea = await service.person('Bea');
    const { people } = (await (await service.administrator.ask('GET', '/api/people')).json()) as { people: Person[] };
    const person = people.find(({ name }) => name === 'Bea');
    expect(person).toMatchObject({ state: 'active', sessions: 1, linkExpiresAt: null });
    await service.administrator.ask('DELETE', `/api/people/${person?.id ?? ''}/sessions`);
    expect(await statusOf(bea)).toBe(401);
    await signIn(bea, 'bea@example.org');
    expect(await statusOf(bea)).toBe(200);
    const change = {
      revision: person?.revision,
      name: 'Bea',
      role: 'viewer',
      teams: [],
      records: false,
      state: 'disabled',
    };
    const changed = await service.administrator.ask('PUT', `/api/people/${person?.id ?? ''}`, change);
    expect(Person.parse(await changed.json())).toMatchObject({ state: 'disabled', sessions: 0 });
    expect(await statusOf(bea)).toBe(401);
    expect((await signIn(bea, 'bea@example.org')).status).toBe(401);
  });

  test('with the rights of yesterday', async () => {
    const bea = await service.person('Bea', { role: 'editor' });
    expect((await bea.ask('GET', '/api/imports')).status).not.toBe(403);
    const id = (await bea.session()).who?.id ?? '';
    const change = { revision: 2, name: 'Bea', role: 'viewer', teams: [], records: false, state: 'active' };
    expect((await service.administrator.ask('PUT', `/api/people/${id}`, change)).status).toBe(200);
    expect((await bea.ask('POST', '/api/reviews/2026-W46/closing', {})).status).toBe(403);
    expect((await bea.session()).who?.role).toBe('viewer');
  });

  test('whose other places stay signed in when the password changes', async () => {
    const [here, there] = [service.browser(), service.browser()];
    for (const browser of [here, there]) await signIn(browser);
    const before = here.token();
    const wrong = await here.ask('PUT', '/api/session/password', {
      current: 'not this one',
      password: 'quay-lattice-trombone',
    });
    expect(ServiceError.parse(await wrong.json())).toMatchObject({ code: 'bad-request', at: 'current' });
    const body = { current: PASSWORD, password: 'quay-lattice-trombone' };
    expect((await here.ask('PUT', '/api/session/password', body)).status).toBe(200);
    expect(here.token()).not.toBe(before);
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
    expect((await signIn(there)).status).toBe(401);
    expect((await signIn(there, 'ada@example.org', body.password)).status).toBe(200);
  });

  test('of more than twenty places at once', async () => {
    const browsers = Array.from({ length: 21 }, () => service.browser());
    for (const [index, browser] of browsers.entries()) {
      service.setNow(NOW + index * 1000);
      await signIn(browser);
    }
    expect(await statusOf(browsers[0] ?? service.browser())).toBe(401);
    expect(await statusOf(browsers[20] ?? service.browser())).toBe(200);
  });
});

describe('what a session says', () => {
  test('who is signed in, with what rights, and how one signs in', async () => {
    expect(await service.browser().session()).toEqual({
      mode: 'accounts',
      organisation: 'Test',
      who: null,
      expiresAt: null,
      ways: [{ way: 'password', name: 'E-mail and password', path: null }],
    });
    const { who, expiresAt } = await service.administrator.session();
    expect(who).toMatchObject({
      kind: 'person',
      name: 'Ada',
      email: 'ada@example.org',
      role: 'administrator',
      records: true,
    });
    expect(expiresAt).toBe(new Date(NOW + 7 * 24 * HOUR_MS).toISOString());
  });

  test('the teams below those that are led count too', async () => {
    await service.insert('teams', [
      { team_id: 'iberia', name: 'Iberia', parent_team_id: null },
      { team_id: 'south', name: 'South', parent_team_id: 'iberia' },
      { team_id: 'north', name: 'North', parent_team_id: null },
    ]);
    const lea = await service.person('Lea', { role: 'lead', teams: ['iberia'] });
    expect((await lea.session()).who?.teams.toSorted()).toEqual(['iberia', 'south']);
  });

  test('nothing of the data to whoever is not signed in, but that the service lives', async () => {
    const health = (await (await service.browser().ask('GET', '/api/health')).json()) as Readonly<
      Record<string, unknown>
    >;
    expect(health).toMatchObject({ status: 'ok', open: false, dataVersion: 0, latestWeek: null, empty: false });
    const mine = (await (await service.administrator.ask('GET', '/api/health')).json()) as Readonly<
      Record<string, unknown>
    >;
    expect(mine).toMatchObject({ empty: true });
  });
});
