import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { keepAudit, type AuditEntry } from '../../server/auth/audit.ts';
import { createAuditQueue } from '../../server/auth/audit-queue.ts';
import type { ServiceContext } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { createLog } from '../../server/log.ts';
import { makeApiKey } from '../../server/services/api-keys.ts';
import { firstAdministratorLink } from '../../server/services/first-administrator.ts';
import { listAudit } from '../../server/services/list-audit.ts';
import { People, PersonLink } from '../../src/contract/people.ts';
import { ADDRESS, browserOf, PASSWORD, tokenOf, type Browser } from '../server/auth/signed-service.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { tableDump } from './support/dump.ts';
import { migratedBack } from './support/migrated-back.ts';
import { order } from './support/rows.ts';
import { contextOn } from './support/service.ts';
import { at, importOf } from './support/world.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { holdDatabase } from './support/hold-database.ts';

const NOW = at('2026-11-16');
const ACCOUNTS = { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: ADDRESS };
const entry: AuditEntry = {
  ...{ who: { kind: 'person', id: 'p', name: 'Ada' }, what: 'addGoal', outcome: 'done' },
  ...{ about: 'goal-1', detail: null, from: '192.0.2.1' },
};

const signedContext = (db: Database, clock = () => NOW): ServiceContext => contextOn(db, clock, ACCOUNTS);

const administratorOf = async (ctx: ServiceContext): Promise<Browser> => {
  const browser = browserOf({ app: createApp(ctx) });
  const token = tokenOf((await firstAdministratorLink(ctx, ADDRESS)) ?? '');
  const body = { token, email: 'ada@example.org', name: 'Ada', password: PASSWORD };
  expect((await browser.ask('POST', '/api/invitation/acceptance', body)).status).toBe(200);
  return browser;
};

eachDatabase((dialect, open) => {
  test('a database of the version before loses something, or cannot be opened', async () => {
    const { db } = await open();
    await writeRecords(db, importOf(1, { orders: [order('o1', 'c1', '2026-03-02')] }));
    const before = await tableDump(db, 'observations');
    await migratedBack(db, '0005-people');
    await expect(migrate(db, 1)).resolves.toEqual(['0005-people', '0006-displays']);
    await expect(migrate(db, 1)).resolves.toEqual([]);
    expect(await tableDump(db, 'observations')).toEqual(before);
    await administratorOf(signedContext(db));
  });

  test('an entry of the audit log is changed or taken away, whoever tries', async () => {
    const { db } = await open();
    await db.transaction(async (tx) => keepAudit(tx, entry, NOW));
    const before = await tableDump(db, 'audit');
    const deeds = ['update audit set who_name = $$Eve$$', 'delete from audit', 'delete from audit where id = 1'];
    if (dialect === 'postgres') deeds.push('truncate audit');
    for (const deed of deeds) {
      const statement = deed.replaceAll('$$', "'");
      await expect(db.transaction(async (tx) => tx.exec(statement))).rejects.toThrow(/append only/);
    }
    expect(await tableDump(db, 'audit')).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('entries of many who write at once lose their order, their number, or one of them', async () => {
    const { db, location } = await open();
    const other = await openDatabase(location);
    const queues = [createAuditQueue(db, createLog('silent')), createAuditQueue(other, createLog('silent'))];
    for (let index = 0; index < 20; index += 1)
      for (const queue of queues) queue.add({ ...entry, about: String(index) }, NOW);
    await Promise.all(queues.map(async (queue) => queue.settled()));
    const rows = await db.all<{ id: number }>(`select id from audit order by id`);
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    await other.close();
  });

  test('people, sessions, links and keys that one database keeps otherwise', async () => {
    const { db } = await open();
    let now = NOW;
    const ctx = signedContext(db, () => now);
    const ada = await administratorOf(ctx);
    const wanted = { email: 'bea@example.org', name: 'Bea', role: 'lead', teams: [], records: true };
    const invited = PersonLink.parse(await (await ada.ask('POST', '/api/people', wanted)).json());
    const bea = browserOf({ app: createApp(ctx) });
    const token = tokenOf(invited.link?.address ?? '');
    const acceptance = { token, email: null, name: null, password: PASSWORD };
    expect((await bea.ask('POST', '/api/invitation/acceptance', acceptance)).status).toBe(200);
    expect((await bea.ask('POST', '/api/session', { email: 'BEA@example.org', password: PASSWORD })).status).toBe(200);
    expect((await bea.session()).who).toMatchObject({ name: 'Bea', role: 'lead', records: true });
    const { people } = People.parse(await (await ada.ask('GET', '/api/people')).json());
    expect(people.map(({ name, state, sessions, revision }) => [name, state, sessions, revision])).toEqual([
      ['Ada', 'active', 1, 1],
      ['Bea', 'active', 1, 2],
    ]);
    const change = { name: 'Bea', role: 'viewer', teams: [], records: false, state: 'disabled', revision: 2 };
    expect((await ada.ask('PUT', `/api/people/${invited.person.id}`, change)).status).toBe(200);
    expect((await bea.session()).who).toBeNull();
    const { secret } = await makeApiKey(ctx, { name: 'nightly', kinds: ['orders'] }, 'Ada');
    const byKey = await bea.ask('GET', '/api/people', undefined, { authorization: `Bearer ${secret}` });
    expect(byKey.status).toBe(403);
    now += 13 * 3_600_000;
    expect((await ada.session()).who).toBeNull();
    const { entries } = await listAudit(ctx, { limit: 50 });
    expect(entries.map(({ what }) => what)).toEqual([
      ...['changePerson', 'signIn', 'acceptInvitation', 'invitePerson', 'acceptInvitation', 'offerFirstAdministrator'],
    ]);
  });

  test('a person who signs in while an import holds the database, or whose last use waits for it', async () => {
    const { db, location } = await open();
    const ctx = signedContext(db);
    const ada = await administratorOf(ctx);
    const other = await openDatabase(location);
    const release = await holdDatabase(other);
    const started = performance.now();
    expect((await ada.ask('GET', '/api/teams')).status).toBe(200);
    expect((await ada.session()).who).not.toBeNull();
    expect(performance.now() - started).toBeLessThan(2000);
    const signingIn = browserOf({ app: createApp(ctx) }).ask('POST', '/api/session', {
      email: 'ada@example.org',
      password: PASSWORD,
    });
    await release();
    expect((await signingIn).status).toBe(200);
    await other.close();
  });
});
