import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Invitation, Session } from '../../src/contract/session.ts';
import { Teams } from '../../src/contract/teams.ts';
import '../setup/node.ts';
import { accept, ADA, browserOn, PASSWORD, sessionOf, signIn, tokenOf, WITH_ACCOUNTS } from './accounts.ts';
import { askFor, health, refusal, type Running } from './implementation.ts';
import { json } from './write-requests.ts';

describe.each(WITH_ACCOUNTS)('$name: sessions', ({ start }) => {
  let running: Running & { readonly firstAdministrator: string };
  let browser: Running;
  beforeAll(async () => {
    running = await start();
    browser = browserOn(running);
  });
  afterAll(() => running.stop());

  const refused = async (path: string, init: RequestInit, status: number): Promise<unknown> => {
    const { code, at } = await refusal(browser, path, init, status);
    return [code, at];
  };
  const acceptance = (more: Readonly<Record<string, unknown>>): RequestInit =>
    json('POST', { token: tokenOf(running.firstAdministrator), ...ADA, password: PASSWORD, ...more });

  test('whoever has not signed in sees something, or is not told how to', async () => {
    const session = await sessionOf(browser);
    expect(session).toMatchObject({ mode: 'accounts', who: null, expiresAt: null });
    expect(session.ways).toMatchObject([{ way: 'password', path: null }]);
    expect(await refused('/api/teams', {}, 401)).toEqual(['not-signed-in', undefined]);
    expect(await refused('/api/people', {}, 401)).toEqual(['not-signed-in', undefined]);
    expect(await refused('/api/goals', json('POST', {}), 401)).toEqual(['not-signed-in', undefined]);
    expect(await health(browser)).toMatchObject({ open: false, dataVersion: 0, latestWeek: null, empty: false });
  });

  test('the first administrator without e-mail, name, a password or the link', async () => {
    const look = json('POST', { token: tokenOf(running.firstAdministrator) });
    expect(await askFor(browser, Invitation, '/api/invitation/look', look)).toMatchObject({
      ...{ purpose: 'first-administrator', email: null, name: null },
    });
    const path = '/api/invitation/acceptance';
    expect(await refused(path, acceptance({ email: null }), 400)).toEqual(['bad-request', 'email']);
    expect(await refused(path, acceptance({ email: 'ada' }), 400)).toEqual(['bad-request', 'email']);
    expect(await refused(path, acceptance({ name: null }), 400)).toEqual(['bad-request', 'name']);
    expect(await refused(path, acceptance({ password: 'short' }), 400)).toEqual(['bad-request', 'password']);
    expect(await refused(path, acceptance({ password: 'password1234' }), 400)).toEqual(['bad-request', 'password']);
    expect(await refused(path, acceptance({ token: 'guess' }), 404)).toEqual(['not-found', 'token']);
    const session = await accept(browser, running.firstAdministrator, ADA);
    expect(session.who).toMatchObject({ kind: 'person', ...ADA, role: 'administrator', records: true });
    expect(await sessionOf(browser)).toEqual(session);
    expect(await refused(path, acceptance({}), 404)).toEqual(['not-found', 'token']);
    expect(await refused('/api/invitation/look', look, 404)).toEqual(['not-found', 'token']);
  });

  test('signing out and in again leads somewhere else', async () => {
    await askFor(browser, Teams, '/api/teams');
    const out = await askFor(browser, Session, '/api/session', { method: 'DELETE' });
    expect(out).toMatchObject({ mode: 'accounts', who: null, expiresAt: null });
    expect(await refused('/api/teams', {}, 401)).toEqual(['not-signed-in', undefined]);
    /* Twice does no harm. */
    await askFor(browser, Session, '/api/session', { method: 'DELETE' });
    expect((await signIn(browser)).who).toMatchObject(ADA);
    await askFor(browser, Teams, '/api/teams');
    expect((await askFor(browser, Session, '/api/session/all', { method: 'DELETE' })).who).toBeNull();
    expect(await refused('/api/session/all', { method: 'DELETE' }, 401)).toEqual(['not-signed-in', undefined]);
  });

  test('a wrong password that says which of the two was wrong', async () => {
    const wrong = await refusal(browser, '/api/session', json('POST', { email: ADA.email, password: 'x' }), 401);
    const unknown = await refusal(
      browser,
      '/api/session',
      json('POST', { email: 'x@example.org', password: 'x' }),
      401,
    );
    expect({ ...wrong, reference: '' }).toEqual({ ...unknown, reference: '' });
    expect(wrong).toMatchObject({ code: 'not-signed-in', at: 'password' });
    expect(await refused('/api/session', json('POST', { email: ADA.email }), 400)).toEqual(['bad-request', 'password']);
  });

  test('a new password that is taken without the old one, or not at all', async () => {
    await signIn(browser);
    const change = (current: string, password: string): RequestInit => json('PUT', { current, password });
    const path = '/api/session/password';
    expect(await refused(path, change('x', 'quay-lattice-trombone'), 400)).toEqual(['bad-request', 'current']);
    expect(await refused(path, change(PASSWORD, 'short'), 400)).toEqual(['bad-request', 'password']);
    const session = await askFor(browser, Session, path, change(PASSWORD, 'quay-lattice-trombone'));
    expect(session.who).toMatchObject(ADA);
    await askFor(browser, Teams, '/api/teams');
    await askFor(browser, Session, '/api/session', { method: 'DELETE' });
    await refusal(browser, '/api/session', json('POST', { email: ADA.email, password: PASSWORD }), 401);
    expect((await signIn(browser, ADA.email, 'quay-lattice-trombone')).who).toMatchObject(ADA);
  });
});
