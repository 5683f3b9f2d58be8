import { afterEach, beforeEach, expect, test } from 'vitest';
import { Audit, type AuditEntry } from '../../../src/contract/audit.ts';
import { fill, NOW } from '../http/test-service.ts';
import { annotationBody, goalWords, newId } from './every-request.ts';
import { PASSWORD, startSignedService, type Browser, type SignedService } from './signed-service.ts';

let service: SignedService;
let ada: Browser;
beforeEach(async () => {
  service = await startSignedService();
  ada = service.administrator;
});
afterEach(async () => service.remove());

const page = async (query = ''): Promise<Audit> =>
  Audit.parse(await (await ada.ask('GET', `/api/audit${query}`)).json());
const newest = async (): Promise<AuditEntry | undefined> => (await page()).entries[0];
const words = ({ who, what, outcome, about, detail }: AuditEntry): readonly unknown[] => [
  who.name,
  what,
  outcome,
  about,
  detail,
];

test('who did what when, to whom, from where: the beginning of a service', async () => {
  const bea = await service.person('Bea', { role: 'editor', records: true });
  await bea.ask('POST', '/api/session', { email: 'bea@example.org', password: 'wrong' });
  const { entries, more } = await page();
  expect(more).toBe(false);
  expect(entries.map(words)).toEqual([
    ['Bea', 'signIn', 'refused', 'bea@example.org', null],
    ['Bea', 'acceptInvitation', 'done', 'bea@example.org', 'invitation'],
    ['Ada', 'invitePerson', 'done', 'bea@example.org', 'editor; records'],
    ['Ada', 'acceptInvitation', 'done', 'ada@example.org', 'first-administrator'],
    ['start of the service', 'offerFirstAdministrator', 'done', null, null],
  ]);
  expect(entries.map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
  expect(entries[0]).toMatchObject({ at: new Date(NOW).toISOString(), from: '192.0.2.1', who: { kind: 'person' } });
});

test('a change of rights that nobody can read off', async () => {
  const bea = await service.person('Bea');
  const { who } = await bea.session();
  const change = { revision: 2, name: 'Bea Gil', role: 'editor', teams: [], records: true, state: 'disabled' };
  await ada.ask('PUT', `/api/people/${who?.id ?? ''}`, change);
  const entry = await newest();
  expect(entry && words(entry)).toEqual([
    'Ada',
    'changePerson',
    'done',
    'bea@example.org',
    'name Bea → Bea Gil; viewer → editor; records; active → disabled',
  ]);
});

test('what people write about the figures, and what they were refused', async () => {
  await fill(service);
  const vera = await service.person('Vera');
  const lea = await service.person('Lea', { role: 'lead', teams: ['south'] });
  const goal = { id: newId(), author: 'Eve', words: goalWords('south') };
  expect((await vera.ask('POST', '/api/goals', goal)).status).toBe(403);
  expect((await lea.ask('POST', '/api/goals', { ...goal, words: goalWords('north') })).status).toBe(403);
  expect((await lea.ask('POST', '/api/goals', goal)).status).toBe(201);
  expect((await lea.ask('POST', '/api/annotations', annotationBody('south'))).status).toBe(201);
  const { entries } = await page('?limit=4');
  expect(entries.map(({ who, what, outcome }) => [who.name, what, outcome])).toEqual([
    ['Lea', 'addAnnotation', 'done'],
    ['Lea', 'addGoal', 'done'],
    ['Lea', 'addGoal', 'refused'],
    ['Vera', 'addGoal', 'refused'],
  ]);
  expect(entries.map(({ about }) => about).slice(1, 3)).toEqual([goal.id, null]);
  expect(entries[1]?.detail).toBe('on-time of south');
});

test('an entry for what did not happen, or for looking', async () => {
  const before = (await page()).entries.length;
  await ada.ask('POST', '/api/goals', { id: newId(), author: 'Ada', words: goalWords('nowhere') });
  await ada.ask('POST', '/api/people', { email: 'none' });
  await ada.ask('GET', '/api/people');
  await service.browser().ask('DELETE', '/api/session');
  await service.browser().ask('POST', '/api/goals', {});
  expect((await page()).entries).toHaveLength(before);
});

test('a change that stands although its entry could not be written, or the other way round', async () => {
  /* The number of the next entry is taken already: nothing can be entered. */
  await service.ctx.db.exec(`create trigger full before insert on audit begin select raise(abort, 'full'); end`);
  const before = await service.ctx.db.all(`select * from annotations`);
  expect((await ada.ask('POST', '/api/annotations', annotationBody(null))).status).toBe(500);
  expect(await service.ctx.db.all(`select * from annotations`)).toEqual(before);
  await service.ctx.db.exec(`drop trigger full`);
  expect((await ada.ask('POST', '/api/annotations', annotationBody(null))).status).toBe(201);
  expect(await newest()).toMatchObject({ what: 'addAnnotation', detail: 'note: New carrier' });
});

test('pages that leave an entry out, or show one twice', async () => {
  for (let index = 0; index < 7; index += 1) await ada.ask('POST', '/api/annotations', annotationBody(null));
  const seen: number[] = [];
  let query = '?limit=4';
  for (;;) {
    const { entries, more } = await page(query);
    seen.push(...entries.map(({ id }) => id));
    if (!more) break;
    query = `?limit=4&before=${entries.at(-1)?.id ?? 0}`;
  }
  expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect((await ada.ask('GET', '/api/audit?limit=201')).status).toBe(400);
  expect((await ada.ask('GET', '/api/audit?who=ada')).status).toBe(400);
});

test('the log itself is changed by whoever may do everything', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await ada.ask(method, '/api/audit')).status).toBe(405);
    expect((await ada.ask(method, '/api/audit/1')).status).toBe(404);
  }
});

test('a sign-out that is not entered', async () => {
  const browser = service.browser();
  await browser.ask('POST', '/api/session', { email: 'ada@example.org', password: PASSWORD });
  await browser.ask('DELETE', '/api/session');
  expect((await page('?limit=2')).entries.map(({ what, who, about }) => [what, who.name, about])).toEqual([
    ['signOut', 'Ada', 'ada@example.org'],
    ['signIn', 'Ada', 'ada@example.org'],
  ]);
});
