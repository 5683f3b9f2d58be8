import { expect, test } from 'vitest';
import { createStage, stageRows } from '../../../server/db/bulk.ts';
import { bumpDataVersion, readDataVersion, readSetting, writeSetting } from '../../../server/db/data-version.ts';
import { DatabaseFailure } from '../../../server/db/failure.ts';
import { migrate, MIGRATIONS } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { eachDatabase } from './test-databases.ts';

eachDatabase((name, open) => {
  test('whole numbers come back as numbers, however they were summed', async () => {
    const { db } = await open();
    await db.exec(`insert into coverage (import_id, kind, team_id, from_day, to_day) values ($1, $2, null, $3, $3)`, [
      2 ** 40,
      'orders',
      20_000,
    ]);
    const rows = await db.all(
      `select import_id, team_id, sum(import_id) as total, count(*) as n, sum(cast(from_day as bigint)) as days from coverage group by import_id, team_id`,
    );
    expect(rows).toEqual([{ import_id: 2 ** 40, team_id: null, total: 2 ** 40, n: 1, days: 20_000 }]);
    await expect(db.kysely.selectFrom('coverage').select('import_id').execute()).resolves.toEqual([
      { import_id: 2 ** 40 },
    ]);
  });

  test('staged rows keep every character and every null, also across statement and chunk borders', async () => {
    const { db } = await open();
    const words = ['plain', 'tab\there', 'line\nbreak', 'cr\r', 'back\\slash', '\\N', '', 'ünï 😀', '\\.', "o'clock"];
    const rows = Array.from({ length: 30_011 }, (_, index) => [
      `id${index}`,
      words[index % words.length] ?? '',
      index % 3 === 0 ? null : `parent ${index}`,
      index,
    ]);
    await db.transaction(async (tx) => {
      const stage = await createStage(tx, 'teams', 'line bigint');
      await stageRows(tx, stage, ['team_id', 'name', 'parent_team_id', 'line'], rows.slice(0, 7));
      await stageRows(tx, stage, ['team_id', 'name', 'parent_team_id', 'line'], rows.slice(7));
      const staged = await tx.all(`select team_id, name, parent_team_id, line from stage_teams order by line`);
      expect(staged.map((row) => [row['team_id'], row['name'], row['parent_team_id'], row['line']])).toEqual(rows);
    });
  });

  test('a failing transaction leaves neither rows nor temporary tables behind', async () => {
    const { db } = await open();
    const attempt = db.transaction(async (tx) => {
      await createStage(tx, 'orders');
      await writeSetting(tx, 'colour', 'red');
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    await expect(readSetting(db, 'colour')).resolves.toBeNull();
    await db.transaction(async (tx) => {
      await createStage(tx, 'orders');
      await tx.createTemp('touched', 'order_id text');
    });
    await db.transaction(async (tx) => {
      await createStage(tx, 'orders');
      await tx.createTemp('touched', 'order_id text');
    });
  });

  test('a reader sees nothing of a transaction before its commit', async () => {
    const { db } = await open();
    await db.transaction(async (tx) => {
      await bumpDataVersion(tx, 1000);
      await expect(readDataVersion(tx)).resolves.toEqual({ version: 1, changedAt: 1000 });
      await expect(readDataVersion(db)).resolves.toEqual({ version: 0, changedAt: null });
    });
    await expect(readDataVersion(db)).resolves.toEqual({ version: 1, changedAt: 1000 });
  });

  test('a second writer waits its turn, and is told when it waited too long', async () => {
    const { location, db } = await open();
    const other = await openDatabase(location);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      started = resolve;
    });
    const first = db.transaction(async (tx) => {
      started();
      await held;
      await bumpDataVersion(tx, 1);
    });
    await begun;
    const refused = other.transaction(() => Promise.resolve(), { waitMs: 30 });
    await expect(refused).rejects.toMatchObject({ kind: 'busy' });
    const second = other.transaction(async (tx) => bumpDataVersion(tx, 2));
    release();
    await first;
    await expect(second).resolves.toBe(2);
    await other.close();
  });

  test('a constraint that rows break is thrown, not swallowed by the bulk path', async () => {
    const { db } = await open();
    const attempt = db.transaction(async (tx) => {
      await tx.insertRows(
        'settings',
        ['key', 'value'],
        [
          ['a', '1'],
          ['a', '2'],
        ],
      );
    });
    await expect(attempt).rejects.toThrow(/unique/i);
    await expect(readSetting(db, 'a')).resolves.toBeNull();
  });

  test('a database of a newer version is refused in words and left alone', async () => {
    const { db } = await open();
    await db.exec(`insert into migrations (name, applied_at) values ('0999-future', 1)`);
    await expect(migrate(db, 1)).rejects.toThrow(/newer version of Kept.*0999-future.*Update Kept/s);
    await expect(migrate(db, 1)).rejects.toBeInstanceOf(DatabaseFailure);
  });

  test('a migration that fails half-way leaves nothing of itself', async () => {
    const { db } = await open();
    const broken = { name: '0999-broken', statements: ['create table half (a integer)', 'create tabel nonsense'] };
    const known = MIGRATIONS.map(({ name: applied }) => ({ name: applied, statements: [] }));
    await expect(migrate(db, 1, { migrations: [...known, broken] })).rejects.toThrow();
    await expect(db.all('select * from half')).rejects.toThrow();
    await expect(migrate(db, 1)).resolves.toEqual([]);
  });

  test('reads in the background see what is committed, several at once, and tell their failures', async () => {
    const { db } = await open();
    await writeSetting(db, 'a', '1');
    const one = async (key: string) => db.background.all(`select value from settings where key = $1`, [key]);
    await expect(Promise.all([one('a'), one('b')])).resolves.toEqual([[{ value: '1' }], []]);
    await expect(db.background.all('select nonsense')).rejects.toThrow(/nonsense/);
    await expect(db.background.exec(`delete from settings`)).rejects.toMatchObject({ kind: 'read-only' });
    await writeSetting(db, 'b', '2');
    await expect(one('b')).resolves.toEqual([{ value: '2' }]);
  });

  test('a committed data version reaches listeners in other processes where there can be some', async () => {
    const { db } = await open();
    const heard: number[] = [];
    let resolve = (): void => undefined;
    const arrived = new Promise<void>((done) => {
      resolve = done;
    });
    const end = await db.listen((version) => {
      heard.push(version);
      resolve();
    });
    await db.transaction(async (tx) => bumpDataVersion(tx, 1));
    if (name === 'postgres') await arrived;
    expect(heard).toEqual(name === 'postgres' ? [1] : []);
    await end();
  });
});
