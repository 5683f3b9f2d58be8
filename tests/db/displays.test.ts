import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { ServiceContext } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { firstAdministratorLink } from '../../server/services/first-administrator.ts';
import { listDisplays } from '../../server/services/list-displays.ts';
import { Board } from '../../src/contract/board.ts';
import { BeatAnswer, type WallEvent } from '../../src/contract/displays.ts';
import { beatBody, displayWords } from '../server/auth/every-request.ts';
import { ADDRESS, browserOf, PASSWORD, tokenOf, type Browser } from '../server/auth/signed-service.ts';
import { pairedScreen, screenOf, waitingScreen, approve, askPairing } from '../server/auth/test-screen.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { tableDump } from './support/dump.ts';
import { migratedBack } from './support/migrated-back.ts';
import { order } from './support/rows.ts';
import { contextOn } from './support/service.ts';
import { at, importOf } from './support/world.ts';
import { writeRecords } from '../../server/records/write-records.ts';
import { holdDatabase } from './support/hold-database.ts';

const NOW = at('2026-11-16');
const DAY = 86_400_000;
const ACCOUNTS = { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: ADDRESS };

const WORDS = { ...displayWords(null), slides: [{ id: 'first', seconds: 20, schedule: null, kind: 'due' }] };

type Started = {
  readonly ctx: ServiceContext;
  readonly app: ReturnType<typeof createApp>;
  readonly administrator: Browser;
};

const startOn = async (db: Database, clock: () => number = () => NOW): Promise<Started> => {
  const ctx = contextOn(db, clock, ACCOUNTS);
  const app = createApp(ctx);
  const administrator = browserOf({ app });
  const token = tokenOf((await firstAdministratorLink(ctx, ADDRESS)) ?? '');
  const body = { token, email: 'ada@example.org', name: 'Ada', password: PASSWORD };
  expect((await administrator.ask('POST', '/api/invitation/acceptance', body)).status).toBe(200);
  return { ctx, app, administrator };
};

eachDatabase((dialect, open) => {
  test('a database of the version before loses something, or knows no displays afterwards', async () => {
    const { db } = await open();
    await writeRecords(db, importOf(1, { orders: [order('o1', 'c1', '2026-03-02')] }));
    const before = await tableDump(db, 'observations');
    await migratedBack(db, '0006-displays');
    await expect(migrate(db, 1)).resolves.toEqual(['0006-displays']);
    expect(await tableDump(db, 'observations')).toEqual(before);
    await pairedScreen(await startOn(db), null, WORDS);
  });

  test('pairing, beats, board, renewal and revocation that one database keeps otherwise', async () => {
    const { db } = await open();
    let now = NOW;
    const service = await startOn(db, () => now);
    const { code } = await waitingScreen(service);
    now += 16 * 60_000;
    await expect(approve(service, code, WORDS)).rejects.toThrow('not-found');
    const second = await waitingScreen(service);
    expect(await db.all('select code from pairings')).toEqual([{ code: second.code }]);
    const { id } = await approve(service, second.code, WORDS);
    const { screen } = second;
    expect(await askPairing(screen)).toEqual({ state: 'paired', name: 'Kitchen' });
    const beat = async (): Promise<BeatAnswer> =>
      BeatAnswer.parse(await (await screen.ask('POST', '/api/wall/beat', beatBody())).json());
    expect((await beat()).revision).toBe(1);
    expect(await db.all('select * from pairings')).toEqual([]);
    expect(await db.all('select beat_at, command_id, command_done from displays')).toEqual([
      { beat_at: now, command_id: 0, command_done: 0 },
    ]);
    const first = screen.token();
    now += 8 * DAY;
    await beat();
    expect(screen.token()).not.toBe(first);
    await beat();
    now += 5 * 60_000;
    await beat();
    now += 60_000;
    const late = screenOf(service);
    late.setToken(first);
    expect((await late.ask('GET', '/api/wall/board')).status).toBe(401);
    const board = await screen.ask('GET', '/api/wall/board');
    expect(Board.parse(await board.json())).toMatchObject({ display: { id, revision: 1 }, due: [], goals: [] });
    expect((await listDisplays(service.ctx)).displays).toMatchObject([{ id, state: 'online' }]);
    const { administrator } = service;
    await service.ctx.db.exec(`update sessions set used_at = $1, expires_at = $2`, [now, now + DAY]);
    expect((await administrator.ask('DELETE', `/api/displays/${id}`)).status).toBe(200);
    expect((await screen.ask('GET', '/api/wall/board')).status).toBe(401);
    expect(await db.all('select * from display_tokens')).toEqual([]);
  });

  test('a board finds no names in thousands of customers, or reads them without end', async () => {
    const { db } = await open();
    const service = await startOn(db);
    const customer = (id: string, name: string | null) => [id, id, name, 'company', 'test', 0, 1];
    await db.transaction(async (tx) =>
      tx.insertRows(
        'customers',
        ['customer_id', 'canonical_id', 'name', 'kind', 'source_system', 'recorded_at', 'import_id'],
        [
          ...Array.from({ length: 12_000 }, (_, index) =>
            customer(`c${String(index).padStart(6, '0')}`, `Firm ${index}`),
          ),
          customer('zz', 'Ångström & Søn'),
          customer('zzz', null),
        ],
      ),
    );
    const minute = async (text: string): Promise<void> => {
      const id = `db-${text.replaceAll(/\W/g, '')}-0000`;
      const body = { id, kind: 'decision', indicator: null, text, author: 'Ada', action: null };
      expect((await service.administrator.ask('POST', '/api/reviews/2026-W46/minutes', body)).status).toBe(201);
    };
    for (const text of ['Visit firm 11999', 'Ask angstrom son', 'Firm answers']) await minute(text);
    const screen = await pairedScreen(service, null, WORDS);
    const { due } = Board.parse(await (await screen.ask('GET', '/api/wall/board')).json());
    expect(due.map(({ text }) => text ?? '').toSorted()).toEqual(['', '', 'Firm answers']);
  });

  test('a beat waits for an import of another process, or is lost by it', async () => {
    const { db, location } = await open();
    const service = await startOn(db);
    const screen = await pairedScreen(service, null, WORDS);
    const other = await openDatabase(location);
    const release = await holdDatabase(other);
    const started = performance.now();
    expect((await screen.ask('POST', '/api/wall/beat', beatBody({ slide: 'second' }))).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(3000);
    expect((await listDisplays(service.ctx)).displays[0]?.beat?.slide).toBe('second');
    expect(await db.all('select beat from displays')).toEqual([{ beat: null }]);
    await release();
    await screen.ask('POST', '/api/wall/beat', beatBody());
    expect(await db.all('select beat_at from displays where beat is not null')).toEqual([{ beat_at: NOW }]);
    await other.close();
  });

  test('what moves of a display in one process is not heard in another, where there can be some', async () => {
    const { db, location } = await open();
    const service = await startOn(db);
    const screen = await pairedScreen(service, null, WORDS);
    const otherDb = await openDatabase(location);
    const other = contextOn(otherDb, () => NOW, ACCOUNTS);
    const end = await otherDb.listen(
      () => undefined,
      (id) => other.displays.channel.announce(id),
    );
    const elsewhere = screenOf({ app: createApp(other) });
    elsewhere.setToken(screen.token());
    const response = await elsewhere.ask('GET', '/api/wall/live');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<WallEvent | null> => {
      const { value } = (await reader?.read()) ?? {};
      return value === undefined ? null : (JSON.parse(value.slice('data: '.length)) as WallEvent);
    };
    expect(await next()).toMatchObject({ revision: 1, command: 0 });
    await service.administrator.ask('POST', `/api/displays/${screen.id}/commands`, { kind: 'next' });
    const isHeard = dialect === 'postgres';
    const told = isHeard ? await next() : null;
    await service.administrator.ask('DELETE', `/api/displays/${screen.id}`);
    const ended = isHeard ? await next() : null;
    expect([told?.command ?? 0, ended]).toEqual([isHeard ? 1 : 0, null]);
    await reader?.cancel();
    await end();
    await otherDb.close();
  });
});
