import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { People, Person, PersonLink } from '../../src/contract/people.ts';
import { INVITATION_PATH, Invitation } from '../../src/contract/session.ts';
import '../setup/node.ts';
import { accept, ADA, PASSWORD, sessionOf, signIn, startAdministered, tokenOf, WITH_ACCOUNTS } from './accounts.ts';
import { askFor, refusal, type Running } from './implementation.ts';
import { json } from './write-requests.ts';

describe.each(WITH_ACCOUNTS)('$name: people', (implementation) => {
  let ada: Running;
  beforeAll(async () => {
    ada = await startAdministered(implementation);
  });
  afterAll(() => ada.stop());

  const wanted = { email: 'Bea@Example.org', name: 'Bea Gil', role: 'lead', teams: [] as string[], records: false };
  const list = async (): Promise<readonly Person[]> => (await askFor(ada, People, '/api/people')).people;
  const byName = async (name: string): Promise<Person> => {
    const found = (await list()).find((person) => person.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  const invite = async (more: Readonly<Record<string, unknown>> = {}): Promise<PersonLink> =>
    askFor(ada, PersonLink, '/api/people', json('POST', { ...wanted, ...more }), 201);
  const put = (person: Person, more: Readonly<Record<string, unknown>>): [string, RequestInit] => {
    const { id, revision, name, role, teams, records } = person;
    return [`/api/people/${id}`, json('PUT', { revision, name, role, teams, records, state: 'active', ...more })];
  };
  const refused = async (path: string, init: RequestInit, status: number): Promise<unknown> => {
    const { code, at } = await refusal(ada, path, init, status);
    return [code, at];
  };

  test('an invited person who is not in the list, or a link that leads nowhere', async () => {
    const { person, link } = await invite();
    expect(person).toMatchObject({
      ...{ email: 'bea@example.org', name: 'Bea Gil', role: 'lead', state: 'invited', revision: 1, lastSeenAt: null },
      ...{ sessions: 0, linkExpiresAt: link?.expiresAt },
    });
    expect(new URL(link?.address ?? '').pathname).toBe(INVITATION_PATH);
    expect(new URL(link?.address ?? '').search).toBe('');
    expect((await list()).map(({ name, state }) => [name, state])).toEqual([
      ['Ada Lund', 'active'],
      ['Bea Gil', 'invited'],
    ]);
    const token = json('POST', { token: tokenOf(link?.address ?? '') });
    expect(await askFor(ada, Invitation, '/api/invitation/look', token)).toMatchObject({
      ...{ purpose: 'invitation', email: 'bea@example.org', name: 'Bea Gil', expiresAt: link?.expiresAt },
    });
  });

  test('an invitation that cannot be followed, or names nobody', async () => {
    const post = (more: Readonly<Record<string, unknown>>): RequestInit => json('POST', { ...wanted, ...more });
    expect(await refused('/api/people', post({}), 409)).toEqual(['conflict', 'email']);
    expect(await refused('/api/people', post({ email: 'c@example.org', name: 'ada  LUND' }), 409)).toEqual([
      'conflict',
      'name',
    ]);
    expect(await refused('/api/people', post({ email: 'bea' }), 400)).toEqual(['bad-request', 'email']);
    expect(await refused('/api/people', post({ email: 'c@example.org', name: ' ' }), 400)).toEqual([
      'bad-request',
      'name',
    ]);
    expect(await refused('/api/people', post({ email: 'c@example.org', role: 'king' }), 400)).toEqual([
      'bad-request',
      'role',
    ]);
    expect(await refused('/api/people', post({ email: 'c@example.org', teams: ['nowhere'] }), 404)).toEqual([
      'not-found',
      'teams',
    ]);
  });

  test('a change that is lost, or takes another one with it', async () => {
    const bea = await byName('Bea Gil');
    const changed = await askFor(ada, Person, ...put(bea, { role: 'editor', records: true }));
    expect(changed).toMatchObject({ role: 'editor', records: true, state: 'invited', revision: 2 });
    expect(await byName('Bea Gil')).toEqual(changed);
    expect(await refused(...put(bea, { role: 'viewer' }), 409)).toEqual(['conflict', 'revision']);
    expect(await refused(...put(changed, { name: ADA.name }), 409)).toEqual(['conflict', 'name']);
    expect(await refused(...put({ ...bea, id: 'nobody' }, {}), 404)).toEqual(['not-found', 'id']);
  });

  test('the last administrator steps down', async () => {
    const me = await byName(ADA.name);
    expect(await refused(...put(me, { role: 'editor' }), 409)).toEqual(['conflict', 'role']);
    expect(await refused(...put(me, { state: 'disabled' }), 409)).toEqual(['conflict', 'state']);
  });

  test('a new link that leaves the one before, and a person who may do what others may', async () => {
    const { id } = await byName('Bea Gil');
    const first = await askFor(ada, PersonLink, `/api/people/${id}/link`, { method: 'POST' });
    const second = await askFor(ada, PersonLink, `/api/people/${id}/link`, { method: 'POST' });
    const old = json('POST', { token: tokenOf(first.link?.address ?? '') });
    expect(await refused('/api/invitation/look', old, 404)).toEqual(['not-found', 'token']);
    const asAda = json('POST', {
      token: tokenOf(second.link?.address ?? ''),
      email: null,
      name: ADA.name,
      password: PASSWORD,
    });
    expect(await refused('/api/invitation/acceptance', asAda, 409)).toEqual(['conflict', 'name']);
    /* The same browser goes on as Bea. */
    const session = await accept(ada, second.link?.address ?? '');
    expect(session.who).toMatchObject({ name: 'Bea Gil', role: 'editor', records: true });
    expect(await refused('/api/people', {}, 403)).toEqual(['forbidden', undefined]);
    expect(await refused('/api/keys', {}, 403)).toEqual(['forbidden', undefined]);
    expect(await refused('/api/audit', {}, 403)).toEqual(['forbidden', undefined]);
    await signIn(ada);
    expect(await byName('Bea Gil')).toMatchObject({ state: 'active', revision: 3, linkExpiresAt: null });
  });

  test('a disabled person who still comes in', async () => {
    const bea = await byName('Bea Gil');
    const disabled = await askFor(ada, Person, ...put(bea, { state: 'disabled' }));
    expect(disabled).toMatchObject({ state: 'disabled', sessions: 0 });
    const link = await refused(`/api/people/${bea.id}/link`, { method: 'POST' }, 409);
    expect(link).toEqual(['conflict', 'state']);
    const credentials = json('POST', { email: bea.email, password: 'trombone-lattice-quay' });
    expect(await refused('/api/session', credentials, 401)).toEqual(['not-signed-in', 'password']);
    expect(await askFor(ada, Person, ...put(disabled, {}))).toMatchObject({ state: 'active' });
  });

  test('sessions that an administrator cannot end', async () => {
    const { id } = await byName(ADA.name);
    expect(await refused('/api/people/nobody/sessions', { method: 'DELETE' }, 404)).toEqual(['not-found', 'id']);
    expect(await askFor(ada, Person, `/api/people/${id}/sessions`, { method: 'DELETE' })).toMatchObject({
      sessions: 0,
    });
    expect((await sessionOf(ada)).who).toBeNull();
  });
});
