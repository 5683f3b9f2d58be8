import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { createGuard, type Guard } from '../../../server/condition/guard.ts';
import type { FolderTrouble } from '../../../server/condition/probe-folder.ts';
import { createContext, type ServiceContext } from '../../../server/context.ts';
import type { Database } from '../../../server/db/database.ts';
import { bumpDataVersion } from '../../../server/db/data-version.ts';
import { beginImport, readImport } from '../../../server/importing/import-row.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { Health } from '../../../src/contract/health.ts';
import { note } from '../../contract/write-requests.ts';
import { contextOn } from '../../db/support/service.ts';
import { openTestSqlite, type TestDatabase } from '../../db/setup/test-databases.ts';
import { readableLog, type LogLine } from '../http/log-lines.ts';

const NOW = Date.parse('2026-11-30T08:00:00Z');

/** The driver's own error, as it is thrown when the fault is there. */
const driverError = (code: string): Error => Object.assign(new Error(`driver says ${code}`), { code });

type Faults = { writing: string | null; reading: string | null; folder: FolderTrouble | null };

/** The database of a test whose reads or writes fail while the test says so. */
const failing = (db: Database, faults: Faults): Database => ({
  ...db,
  all: async (text, parameters) => {
    if (faults.reading !== null) throw driverError(faults.reading);
    return db.all(text, parameters);
  },
  transaction: async (work, options) => {
    if (faults.reading !== null) throw driverError(faults.reading);
    return db.transaction(async (tx) => {
      const result = await work(tx);
      if (faults.writing !== null) throw driverError(faults.writing);
      return result;
    }, options);
  },
});

let database: TestDatabase;
let faults: Faults;
let ctx: ServiceContext;
let guard: Guard;
let now: number;
let steady: number;
let lines: () => readonly LogLine[];
beforeEach(async () => {
  database = await openTestSqlite();
  faults = { writing: null, reading: null, folder: null };
  now = NOW;
  steady = 0;
  const readable = readableLog('info');
  lines = readable.lines;
  const clock = (): number => now;
  ctx = createContext({ ...contextOn(failing(database.db, faults), clock), log: readable.log });
  guard = createGuard({ ctx, probe: () => Promise.resolve(faults.folder), steadyClock: () => steady });
});
afterEach(async () => database.remove());

const passes = (milliseconds: number): void => {
  now += milliseconds;
  steady += milliseconds;
};

const ask = async (path: string, init?: RequestInit): Promise<Response> => createApp(ctx).request(path, init);

const health = async (): Promise<Health> => Health.parse(await (await ask('/api/health')).json());

const writeNote = async (): Promise<Response> =>
  ask('/api/reviews/2026-W40/minutes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(note()),
  });

const troublesIn = (): readonly unknown[] =>
  lines()
    .filter((line) => 'trouble' in line)
    .map(({ level, trouble, source, msg }) => [level, trouble, source, msg === 'over' ? 'over' : 'begins']);

const WRITE_FAULTS = [
  { name: 'a full disk', code: 'SQLITE_FULL', kind: 'disk-full', status: 507, answer: 'disk-full' },
  { name: 'a full disk of PostgreSQL', code: '53100', kind: 'disk-full', status: 507, answer: 'disk-full' },
  { name: 'a read-only file', code: 'SQLITE_READONLY', kind: 'read-only', status: 503, answer: 'database-unavailable' },
  { name: 'a read-only disk', code: 'EROFS', kind: 'read-only', status: 503, answer: 'database-unavailable' },
] as const;

describe.each(WRITE_FAULTS)('$name', ({ code, kind, status, answer }) => {
  test('is told to who writes, stands on every page while it lasts, and ends by itself', async () => {
    faults.writing = code;
    const refused = await writeNote();
    expect(refused.status).toBe(status);
    expect(ServiceError.parse(await refused.json()).code).toBe(answer);
    const troubled = await health();
    expect(troubled).toMatchObject({ status: 'degraded', trouble: { kind, since: '2026-11-30T08:00:00.000Z' } });
    expect(troubled.trouble?.message).toMatch(/figures are shown.*nothing can be saved.*goes on by itself/s);
    expect(troubled.nextPollSeconds).toBeLessThanOrEqual(15);
    expect((await ask('/api/observations')).status).toBe(200);

    passes(5000);
    await guard.look();
    expect((await health()).trouble?.kind).toBe(kind);
    faults.writing = null;
    passes(5000);
    await guard.look();
    expect(await health()).toMatchObject({ status: 'ok', trouble: null });
    expect((await writeNote()).status).toBe(201);
    expect(troublesIn()).toEqual([
      ['error', kind, 'writes', 'begins'],
      ['info', kind, 'writes', 'over'],
    ]);
  });
});

test.each(['disk-full', 'read-only'] as const)(
  'a data folder that is %s is noticed before anybody writes',
  async (kind) => {
    faults.folder = kind;
    await guard.look();
    expect(await health()).toMatchObject({ status: 'degraded', trouble: { kind } });
    await guard.look();
    faults.folder = null;
    await guard.look();
    expect(await health()).toMatchObject({ status: 'ok', trouble: null });
    expect(troublesIn()).toHaveLength(2);
  },
);

test('an import that a full disk ended stands as failed once there is room, not as running for ever', async () => {
  await beginImport(database.db, 1, { dryRun: false, fileName: 'f', source: 's', by: 'b', startedAt: NOW });
  faults.writing = 'SQLITE_FULL';
  guard.jobEnded({ id: 1, does: 'import', result: 'failed', rollUpSeconds: null, failure: 'disk-full' });
  expect((await health()).trouble?.kind).toBe('disk-full');
  await guard.look();
  expect((await readImport(database.db, 1))?.status).toBe('running');
  faults.writing = null;
  await guard.look();
  const report = await readImport(database.db, 1);
  expect(report).toMatchObject({ status: 'failed' });
  expect(report?.error?.message).toMatch(/Nothing of it was written; import the file again/);
});

test('an import that its file was to blame for is no trouble of the service', async () => {
  guard.jobEnded({ id: 1, does: 'import', result: 'failed', rollUpSeconds: null, failure: null });
  await guard.look();
  expect((await health()).trouble).toBeNull();
});

test('a database that does not answer is told by every request, once in the log, and ends with the first answer', async () => {
  faults.reading = 'ECONNREFUSED';
  for (let times = 0; times < 3; times += 1) {
    const answer = await ask('/api/health');
    expect(answer.status).toBe(503);
    expect(ServiceError.parse(await answer.json()).message).toMatch(/database does not answer/);
    await guard.look();
  }
  faults.reading = null;
  expect(await health()).toMatchObject({ status: 'ok', trouble: null });
  expect(troublesIn()).toEqual([
    ['error', 'unavailable', 'database', 'begins'],
    ['info', 'unavailable', 'database', 'over'],
  ]);
});

test('a damaged page is not forgotten because another page can be read, until all of them can', async () => {
  faults.reading = 'SQLITE_CORRUPT';
  const answer = await ask('/api/health');
  expect(ServiceError.parse(await answer.json()).message).toMatch(/damaged.*restore the newest backup/s);
  faults.reading = null;
  expect(await health()).toMatchObject({ status: 'degraded', trouble: { kind: 'damaged' } });
  await guard.look();
  expect(await health()).toMatchObject({ status: 'ok', trouble: null });
});

describe('a clock', () => {
  const imported = async (at: number): Promise<void> => {
    await database.db.transaction(async (tx) => bumpDataVersion(tx, at));
  };

  test('that stands before the last import is said, and right again once it is', async () => {
    await imported(NOW);
    now = NOW - 3_600_000;
    await guard.look();
    expect(await health()).toMatchObject({ status: 'degraded', trouble: { kind: 'clock' } });
    expect((await health()).trouble?.message).toMatch(/says 2026-11-30T07:00Z.*before its last import/);
    now = NOW + 60_000;
    await guard.look();
    expect((await health()).trouble).toBeNull();
  });

  test.each([
    { by: 3_600_000, seconds: 3600 },
    { by: -7_200_000, seconds: -7200 },
  ])('that jumps by $by ms is logged once, with how far', async ({ by, seconds }) => {
    passes(30_000);
    await guard.look();
    now += by;
    passes(30_000);
    await guard.look();
    passes(30_000);
    await guard.look();
    const jumps = lines().filter(({ msg }) => msg === 'the clock jumped');
    expect(jumps).toMatchObject([{ level: 'warn', seconds }]);
  });

  test('that a time server sets right by seconds is no jump, and neither is one a minute behind the last import', async () => {
    await imported(NOW + 60_000);
    now += 20_000;
    await guard.look();
    expect(lines()).toEqual([]);
    expect((await health()).trouble).toBeNull();
  });
});
