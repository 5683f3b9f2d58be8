import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServiceError } from '../../../src/contract/errors.ts';
import { People, Person, PersonLink } from '../../../src/contract/people.ts';
import { Invitation } from '../../../src/contract/session.ts';
import { firstAdministratorLink } from '../../../server/services/first-administrator.ts';
import { NOW, startTestService, type TestService } from '../http/test-service.ts';
import {
  ADDRESS,
  browserOf,
  PASSWORD,
  startSignedService,
  tokenOf,
  type Browser,
  type SignedService,
} from './signed-service.ts';

const HOUR_MS = 3_600_000;
const problem = async (response: Response): Promise<unknown> => {
  const { code, at } = ServiceError.parse(await response.json());
  return [response.status, code, at];
};
const accept = async (
  browser: Browser,
  link: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Response> =>
  browser.ask('POST', '/api/invitation/acceptance', {
    ...{ token: tokenOf(link), email: null, name: null, password: PASSWORD },
    ...more,
  });
const look = async (browser: Browser, link: string): Promise<Response> =>
  browser.ask('POST', '/api/invitation/look', { token: tokenOf(link) });
const GONE = [404, 'not-found', 'token'];

describe('the first administrator', () => {
  let service: TestService;
  let browser: Browser;
  beforeEach(async () => {
    service = await startTestService({}, { environment: { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: ADDRESS } });
    browser = browserOf(service);
  });
  afterEach(async () => service.remove());
  const linkNow = async (): Promise<string> => (await firstAdministratorLink(service.ctx, ADDRESS)) ?? '';
  const ada = { email: 'Ada@Example.org', name: 'Ada' };

  test('comes in without a link, or with a password that everybody knows', async () => {
    const credentials = { email: 'admin@example.org', password: 'admin' };
    expect((await browser.ask('POST', '/api/session', credentials)).status).toBe(401);
    expect(await problem(await accept(browser, `${ADDRESS}/invitation#guess`, ada))).toEqual(GONE);
    expect(await service.ctx.db.all(`select * from people`)).toEqual([]);
  });

  test('has a link whose secret stands where a log would hold it', async () => {
    const link = await linkNow();
    expect(link).toMatch(/^https:\/\/kept\.example\.org\/invitation#[\w-]{43}$/);
    const [row] = await service.ctx.db.all(`select * from invitations`);
    expect(JSON.stringify(row)).not.toContain(tokenOf(link));
  });

  test('is made twice by one link, or by one that a later start made worthless', async () => {
    const old = await linkNow();
    const link = await linkNow();
    expect(await problem(await accept(browser, old, ada))).toEqual(GONE);
    expect(Invitation.parse(await (await look(browser, link)).json())).toEqual({
      ...{ purpose: 'first-administrator', organisation: 'Test', email: null, name: null },
      expiresAt: new Date(NOW + 24 * HOUR_MS).toISOString(),
    });
    expect(await problem(await accept(browser, link))).toEqual([400, 'bad-request', 'email']);
    expect(await problem(await accept(browser, link, { ...ada, name: null }))).toEqual([400, 'bad-request', 'name']);
    expect(await problem(await accept(browser, link, { ...ada, password: 'password1234' }))).toEqual([
      400,
      'bad-request',
      'password',
    ]);
    expect((await accept(browser, link, ada)).status).toBe(200);
    expect((await browser.session()).who).toMatchObject({
      name: 'Ada',
      email: 'ada@example.org',
      role: 'administrator',
    });
    expect(await problem(await accept(browserOf(service), link, ada))).toEqual(GONE);
    expect(await firstAdministratorLink(service.ctx, ADDRESS)).toBeNull();
  });

  test('is made by two who come with one link at once', async () => {
    const link = await linkNow();
    const answers = await Promise.all(
      ['one', 'two'].map(async (name) => accept(browserOf(service), link, { email: `${name}@example.org`, name })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect(await service.ctx.db.all(`select * from people`)).toHaveLength(1);
  });

  test('waits for a day and more', async () => {
    const link = await linkNow();
    service.setNow(NOW + 24 * HOUR_MS);
    expect(await problem(await accept(browser, link, ada))).toEqual(GONE);
  });
});

describe('people', () => {
  let service: SignedService;
  let ada: Browser;
  beforeEach(async () => {
    service = await startSignedService();
    ada = service.administrator;
  });
  afterEach(async () => service.remove());

  const wanted = { email: 'Bea@Example.org', name: 'Bea', role: 'viewer', teams: [] as string[], records: false };
  const invite = async (more: Readonly<Record<string, unknown>> = {}): Promise<PersonLink> =>
    PersonLink.parse(await (await ada.ask('POST', '/api/people', { ...wanted, ...more })).json());
  const linkOf = ({ link }: PersonLink): string => link?.address ?? '';
  const newLink = async (id: string): Promise<Response> => ada.ask('POST', `/api/people/${id}/link`);
  const people = async (): Promise<readonly Person[]> =>
    People.parse(await (await ada.ask('GET', '/api/people')).json()).people;

  test('an invitation that works twice, late, or after a newer one', async () => {
    const first = await invite();
    expect(first.person).toMatchObject({ email: 'bea@example.org', state: 'invited', revision: 1, lastSeenAt: null });
    expect(first.person.linkExpiresAt).toBe(new Date(NOW + 7 * 24 * HOUR_MS).toISOString());
    const second = PersonLink.parse(await (await newLink(first.person.id)).json());
    const bea = service.browser();
    expect(await problem(await accept(bea, linkOf(first)))).toEqual(GONE);
    expect(Invitation.parse(await (await look(bea, linkOf(second))).json())).toMatchObject({
      ...{ purpose: 'invitation', email: 'bea@example.org', name: 'Bea' },
    });
    expect((await accept(bea, linkOf(second), { email: 'eve@example.org', name: 'Bea Gil' })).status).toBe(200);
    expect((await bea.session()).who).toMatchObject({ email: 'bea@example.org', name: 'Bea Gil', role: 'viewer' });
    expect(await problem(await accept(service.browser(), linkOf(second)))).toEqual(GONE);
    const late = await invite({ email: 'cleo@example.org', name: 'Cleo' });
    service.setNow(NOW + 7 * 24 * HOUR_MS - 1000);
    expect((await look(bea, linkOf(late))).status).toBe(200);
    service.setNow(NOW + 7 * 24 * HOUR_MS);
    expect(await problem(await look(bea, linkOf(late)))).toEqual(GONE);
  });

  test('a link for a new password that leaves the old one, or the sessions of before', async () => {
    const bea = await service.person('Bea');
    const { id } = (await bea.session()).who ?? { id: '' };
    const made = PersonLink.parse(await (await newLink(id)).json());
    expect((await bea.session()).who).not.toBeNull();
    const elsewhere = service.browser();
    expect((await accept(elsewhere, linkOf(made), { password: 'quay-lattice-trombone' })).status).toBe(200);
    expect((await bea.session()).who).toBeNull();
    const old = { email: 'bea@example.org', password: PASSWORD };
    expect((await bea.ask('POST', '/api/session', old)).status).toBe(401);
    expect((await people()).find((person) => person.id === id)).toMatchObject({ linkExpiresAt: null, name: 'Bea' });
  });

  test('a link of somebody who was disabled', async () => {
    const { person, link } = await invite();
    const change = { ...wanted, revision: 1, state: 'disabled', email: undefined };
    const changed = await ada.ask('PUT', `/api/people/${person.id}`, change);
    expect(Person.parse(await changed.json())).toMatchObject({ state: 'disabled', linkExpiresAt: null });
    expect(await problem(await accept(service.browser(), link?.address ?? ''))).toEqual(GONE);
    expect(await problem(await newLink(person.id))).toEqual([409, 'conflict', 'state']);
    const back = await ada.ask('PUT', `/api/people/${person.id}`, { ...change, revision: 2, state: 'active' });
    expect(Person.parse(await back.json())).toMatchObject({ state: 'invited', revision: 3 });
  });

  test('a change that overwrites another one, or is refused without saying where', async () => {
    const { person } = await invite();
    const put = async (more: Readonly<Record<string, unknown>>): Promise<Response> =>
      ada.ask('PUT', `/api/people/${person.id}`, {
        ...wanted,
        email: undefined,
        revision: 1,
        state: 'active',
        ...more,
      });
    expect(Person.parse(await (await put({ role: 'lead', records: true })).json())).toMatchObject({
      role: 'lead',
      records: true,
      revision: 2,
    });
    expect(await problem(await put({ role: 'editor' }))).toEqual([409, 'conflict', 'revision']);
    expect(await problem(await put({ revision: 2, teams: ['nowhere'] }))).toEqual([404, 'not-found', 'teams']);
    expect(await problem(await put({ revision: 2, role: 'king' }))).toEqual([400, 'bad-request', 'role']);
    expect(await problem(await put({ revision: 2, name: 'API key nightly' }))).toEqual([400, 'bad-request', 'name']);
    expect(
      await problem(await ada.ask('PUT', '/api/people/nobody', { ...wanted, revision: 1, state: 'active' })),
    ).toEqual([404, 'not-found', 'id']);
    expect(await problem(await newLink('nobody'))).toEqual([404, 'not-found', 'id']);
    expect(await problem(await ada.ask('DELETE', '/api/people/nobody/sessions'))).toEqual([404, 'not-found', 'id']);
  });

  test('two people of one e-mail, or one without', async () => {
    await invite();
    const post = async (more: Readonly<Record<string, unknown>>): Promise<unknown> =>
      problem(await ada.ask('POST', '/api/people', { ...wanted, ...more }));
    expect(await post({})).toEqual([409, 'conflict', 'email']);
    expect(await post({ email: ' bea@EXAMPLE.org ' })).toEqual([409, 'conflict', 'email']);
    expect(await post({ email: 'c@example.org' })).toEqual([409, 'conflict', 'name']);
    expect(await post({ email: 'bea' })).toEqual([400, 'bad-request', 'email']);
    expect(await post({ email: 'c@example.org', teams: ['nowhere'] })).toEqual([404, 'not-found', 'teams']);
    expect(await post({ email: 'c@example.org', name: 'api KEY x' })).toEqual([400, 'bad-request', 'name']);
  });

  test('a service that nobody can administer any more', async () => {
    const { id, name } = (await ada.session()).who ?? { id: '', name: '' };
    const [{ revision } = { revision: 0 }] = await people();
    const mine = { name, role: 'administrator', teams: [], records: true, state: 'active', revision };
    const put = async (more: Readonly<Record<string, unknown>>): Promise<Response> =>
      ada.ask('PUT', `/api/people/${id}`, { ...mine, ...more });
    expect(await problem(await put({ role: 'editor' }))).toEqual([409, 'conflict', 'role']);
    expect(await problem(await put({ state: 'disabled' }))).toEqual([409, 'conflict', 'state']);
    /* Invited is not enough: nobody knows whether they will ever come. */
    const { link } = await invite({ role: 'administrator' });
    expect(await problem(await put({ role: 'editor' }))).toEqual([409, 'conflict', 'role']);
    await accept(service.browser(), link?.address ?? '');
    expect((await put({ role: 'editor' })).status).toBe(200);
    expect((await ada.ask('GET', '/api/people')).status).toBe(403);
  });

  test('wrong links by the thousand from one place', async () => {
    const guesser = service.browser('198.51.100.66');
    const statuses = [];
    for (let index = 0; index < 22; index += 1)
      statuses.push((await look(guesser, `${ADDRESS}/invitation#guess-${index}`)).status);
    expect(statuses.slice(0, 20).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(20)).toEqual([429, 429]);
    const { link } = await invite();
    expect((await look(service.browser(), link?.address ?? '')).status).toBe(200);
  });
});

test('an open service takes invitations that nobody could follow', async () => {
  const service = await startTestService();
  const headers = { 'content-type': 'application/json' };
  const ask = async (method: string, path: string, body: unknown): Promise<unknown> =>
    problem(await service.app.request(path, { method, headers, body: JSON.stringify(body) }));
  const person = { email: 'b@example.org', name: 'Bea', role: 'viewer', teams: [], records: false };
  const conflict = [409, 'conflict', 'mode'];
  expect(await ask('POST', '/api/people', person)).toEqual(conflict);
  expect(await ask('POST', '/api/session', { email: 'b@example.org', password: 'x' })).toEqual(conflict);
  expect(await ask('POST', '/api/invitation/look', { token: 'x' })).toEqual(conflict);
  expect(await ask('PUT', '/api/session/password', { current: 'x', password: 'y' })).toEqual(conflict);
  expect(await firstAdministratorLink(service.ctx, ADDRESS)).toBeNull();
  const session: unknown = await (await service.get('/api/session')).json();
  expect(session).toMatchObject({
    mode: 'open',
    who: { role: 'administrator', email: null },
    ways: [],
    expiresAt: null,
  });
  await service.remove();
});
