import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BELONGINGS } from '../../server/backup/belongings.ts';
import { createBackup } from '../../server/backup/create-backup.ts';
import { restoreBackup } from '../../server/backup/restore-backup.ts';
import { VERSION_KEY } from '../../server/db/data-version.ts';
import type { Dialect } from '../../server/db/database.ts';
import { health } from '../contract/implementation.ts';
import { databaseDump, tableDump } from './support/dump.ts';
import { emptyPlace, type EmptyPlace } from './support/empty-place.ts';
import { NOW, settingsFor, startOn, type RunningOn } from './support/running-service.ts';
import { everyAnswer, fillService } from './support/small-service.ts';

/* Some seconds on a machine of its own; two cores that a whole suite shares take their time. */
vi.setConfig({ testTimeout: 180_000 });

const CLI = join(import.meta.dirname, '../../server/backup-cli.ts');

const RELEASE = { version: '0.0.0', build: 'test' };

/** Their import takes several times as long as a backup. */
const ORDERS = 12_000;

const MORE_ORDERS = [
  'order_id,customer_id,team_id,ordered_at',
  ...Array.from(
    { length: ORDERS },
    (_, index) => `more${index},c${index % 997},north,2026-${String((index % 9) + 2).padStart(2, '0')}-11`,
  ),
].join('\n');

const WRITTEN_BY_PEOPLE = ['reviews', 'minutes', 'minute_versions', 'annotation_events', 'goal_versions'] as const;

/**
 * What a service leaves in its data folder: in a backup, or of no worth to one. A new name here is a question: does it
 * belong to the records (then `belongings.ts` names it), or does it go with the process?
 */
const KNOWN_IN_FOLDER = new Set([
  ...['kept.db', 'kept.db-wal', 'kept.db-shm', ...BELONGINGS],
  ...['kept.lock', 'kept.lock-journal', 'service.json', 'uploads', 'backups'],
]);

type World = { readonly rows: unknown; readonly answers: unknown };

const worldOf = async (running: RunningOn, refused: string): Promise<World> => {
  const { db } = running.service.ctx;
  const byPeople: Array<[string, readonly string[]]> = [];
  for (const table of WRITTEN_BY_PEOPLE) byPeople.push([table, await tableDump(db, table)]);
  return {
    rows: { ...(await databaseDump(db)), ...Object.fromEntries(byPeople) },
    answers: { ...(await everyAnswer(running)), refused: await (await running.ask(refused)).text() },
  };
};

const backUpByCommand = async (place: EmptyPlace, file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CLI, file], {
      env: {
        ...process.env,
        DATA_DIR: place.folder,
        DATABASE_URL: place.location.kind === 'postgres' ? place.location.url : '',
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`ended with ${code}: ${said}`))));
  });

const places: EmptyPlace[] = [];
const place = async (dialect: Dialect): Promise<EmptyPlace> => {
  const made = await emptyPlace(dialect);
  places.push(made);
  return made;
};
const running: RunningOn[] = [];
const start = async ({ location, folder }: EmptyPlace): Promise<RunningOn> => {
  const started = await startOn(settingsFor(location, folder));
  running.push(started);
  return started;
};
const holds: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const letGo of holds.splice(0)) await letGo();
  for (const one of running.splice(0)) await one.stop();
  for (const one of places.splice(0)) await one.remove();
});

/**
 * On PostgreSQL holds whoever wants to commit new data, until the function that it answers is called: a backup may be slow
 * there. A file of SQLite has one writer, the import itself, and is copied in a fraction of the time that this one takes.
 */
const holdCommits = async ({ location }: EmptyPlace): Promise<() => Promise<void>> => {
  if (location.kind === 'sqlite') return () => Promise.resolve();
  const client = new pg.Client(location.url);
  await client.connect();
  await client.query('begin');
  await client.query('select value from settings where key = $1 for update', [VERSION_KEY]);
  const letGo = async (): Promise<void> => client.end();
  holds.push(letGo);
  return letGo;
};

/** Reads until told to stop; answers how many reads there were. */
const keepReading = (service: RunningOn): (() => Promise<number>) => {
  const stop = new AbortController();
  let reads = 0;
  const done = (async () => {
    while (!stop.signal.aborted) {
      for (const path of ['/api/observations', '/api/health', '/api/goals?state=all']) {
        await (await service.ask(path)).text();
        reads += 1;
        await delay(5);
      }
    }
  })();
  return async () => {
    stop.abort();
    await done;
    return reads;
  };
};

describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
  test('a backup made while an import runs and people read holds every figure, and so does one made after it', async () => {
    const source = await place(dialect);
    const backups = await place('sqlite');
    const service = await start(source);
    const refused = await fillService(service);
    const before = await worldOf(service, refused);
    expect(JSON.stringify(before.answers)).toContain('not a day');
    expect(readdirSync(source.folder).filter((name) => !KNOWN_IN_FOLDER.has(name))).toEqual([]);
    const { dataVersion } = await health(service);

    const letCommit = await holdCommits(source);
    const importing = service.ask('/api/imports?kind=orders&fileName=more.csv&wait=true', {
      method: 'POST',
      body: MORE_ORDERS,
    });
    const stopReading = keepReading(service);
    await vi.waitUntil(() => service.service.jobs.busy());
    const during = join(backups.folder, 'during.tar.gz');
    await createBackup({ location: source.location, dataFolder: source.folder, file: during, ...RELEASE, now: NOW });
    expect(service.service.jobs.busy()).toBe(true);
    await letCommit();
    expect((await importing).status).toBe(202);
    expect(await stopReading()).toBeGreaterThan(3);
    const after = await worldOf(service, refused);
    expect(after.rows).not.toEqual(before.rows);
    const afterwards = join(backups.folder, 'afterwards.tar.gz');
    expect(await backUpByCommand(source, afterwards)).toContain(`data version ${dataVersion + 1},`);
    expect(readdirSync(backups.folder).sort()).toEqual(['afterwards.tar.gz', 'during.tar.gz']);

    for (const { file, world, version } of [
      { file: during, world: before, version: dataVersion },
      { file: afterwards, world: after, version: dataVersion + 1 },
    ]) {
      const target = await place(dialect);
      const manifest = await restoreBackup({ file, location: target.location, dataFolder: target.folder });
      expect(manifest).toMatchObject({ database: dialect, dataVersion: version });
      const restored = await start(target);
      expect(await worldOf(restored, refused)).toEqual(world);
    }
  });

  test('a restore into what is used or of another kind changes nothing, and one that was stopped can be made again', async () => {
    const source = await place(dialect);
    const backups = await place('sqlite');
    await (await start(source)).stop();
    running.splice(0);
    const file = join(backups.folder, 'a.tar.gz');
    await createBackup({ location: source.location, dataFolder: source.folder, file, ...RELEASE, now: NOW });

    const fresh = join(backups.folder, 'fresh');
    const dataFolder = dialect === 'sqlite' ? source.folder : fresh;
    await expect(restoreBackup({ file, location: source.location, dataFolder })).rejects.toThrow(
      /is not empty.*a restore replaces nothing/s,
    );
    expect(existsSync(fresh)).toBe(false);

    const other = await place(dialect === 'sqlite' ? 'postgres' : 'sqlite');
    await expect(restoreBackup({ file, location: other.location, dataFolder: other.folder })).rejects.toThrow(
      dialect === 'sqlite' ? /SQLite database.*without DATABASE_URL/ : /PostgreSQL database.*DATABASE_URL/,
    );
    expect(readdirSync(other.folder).filter((name) => name !== 'kept.lock')).toEqual([]);

    const target = await place(dialect);
    const stop = new AbortController();
    const into = { file, location: target.location, dataFolder: target.folder };
    const restoring = restoreBackup({ ...into, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(restoring).rejects.toThrow();
    expect(readdirSync(target.folder).filter((name) => name !== 'kept.lock')).toEqual([]);
    await expect(restoreBackup(into)).resolves.toMatchObject({ database: dialect });
  });
});
