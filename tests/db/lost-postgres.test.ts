import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { bumpDataVersion, readDataVersion } from '../../server/db/data-version.ts';
import { openDatabase, type DatabaseLocation } from '../../server/db/open-database.ts';
import { ServiceError } from '../../src/contract/errors.ts';
import { Health } from '../../src/contract/health.ts';
import { ImportReport, LiveEvent } from '../../src/contract/imports.ts';
import { askFor } from '../contract/implementation.ts';
import { readEvents } from '../contract/event-reader.ts';
import { readableLog, type LogLine } from '../server/http/log-lines.ts';
import { settingsFor, startOn, type RunningOn } from './support/running-service.ts';

/* Some seconds on a machine of its own; two cores that a whole suite shares take their time. */
vi.setConfig({ testTimeout: 180_000 });

const onServer = async (statement: string): Promise<void> => {
  const server = await openDatabase({ kind: 'postgres', url: inject('postgresUrl') });
  try {
    await server.all(statement);
  } finally {
    await server.close();
  }
};

let name: string;
let folder: string;
let location: DatabaseLocation;
let service: RunningOn;
let lines: () => readonly LogLine[];

beforeEach(async () => {
  name = `kept_lost_${randomUUID().replaceAll('-', '')}`;
  folder = mkdtempSync(join(tmpdir(), 'kept-lost-'));
  await onServer(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  location = { kind: 'postgres', url: url.href };
  const readable = readableLog('info');
  lines = readable.lines;
  service = await startOn(settingsFor(location, folder), { log: readable.log });
});
afterEach(async () => {
  await service.stop();
  for (const one of [name, `${name}_away`]) await onServer(`drop database if exists ${one} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

const terminate = async (): Promise<void> =>
  onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);

/** As when the server is gone: every connection is cut and none can be made. */
const takeAway = async (): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    await terminate();
    try {
      await onServer(`alter database ${name} rename to ${name}_away`);
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      await delay(20);
    }
  }
};

const bringBack = async (): Promise<void> => onServer(`alter database ${name}_away rename to ${name}`);

const healthIs = async (status: number): Promise<void> => {
  await vi.waitFor(async () => expect((await service.ask('/api/health')).status).toBe(status), {
    timeout: 60_000,
    interval: 50,
  });
};

const troubles = (): readonly unknown[] =>
  lines()
    .filter((line) => line['source'] === 'database')
    .map(({ trouble, msg }) => [trouble, msg === 'over' ? 'over' : 'begins']);

test('connections that are cut cost at most the requests under way: the next ones are made anew', async () => {
  await healthIs(200);
  await terminate();
  await healthIs(200);
  expect(Health.parse(await (await service.ask('/api/health')).json())).toMatchObject({ status: 'ok', trouble: null });
});

test('while the database is away every answer says so, the service stays up, and all of it ends by itself', async () => {
  await healthIs(200);
  await takeAway();
  await healthIs(503);
  for (const path of ['/api/health', '/api/observations', '/api/live']) {
    const answer = await service.ask(path);
    expect(answer.status).toBe(503);
    const error = ServiceError.parse(await answer.json());
    expect(error).toMatchObject({ code: 'database-unavailable' });
    expect(error.message).toMatch(/database does not answer/i);
    expect(error.message).not.toContain('postgres://');
  }
  expect((await service.ask('/metrics')).status).toBe(200);
  expect(await (await service.ask('/metrics')).text()).toContain('kept_database_up 0');
  await bringBack();
  await healthIs(200);
  expect(await (await service.ask('/metrics')).text()).toContain('kept_database_up 1');
  expect(troubles()).toEqual([
    ['unavailable', 'begins'],
    ['unavailable', 'over'],
  ]);
  expect(JSON.stringify(lines())).not.toContain('postgres://');
});

test('a page that listens hears of a change made by another process after the connection was lost', async () => {
  const events = readEvents(await service.ask('/api/live'));
  const first = LiveEvent.parse(await events.next());
  await terminate();
  const other = await openDatabase(location);
  try {
    const version = await other.transaction(async (tx) => bumpDataVersion(tx, 1));
    expect(version).toBe(first.dataVersion + 1);
    expect(LiveEvent.parse(await events.next()).dataVersion).toBe(version);
  } finally {
    await other.close();
    await events.cancel();
  }
});

test('a connection that is cut between two statements of a write ends the write, not the service', async () => {
  const { db } = service.service.ctx;
  const { version } = await readDataVersion(db);
  const writing = db.transaction(async (tx) => {
    await bumpDataVersion(tx, 1);
    await terminate();
    await delay(50);
    await bumpDataVersion(tx, 2);
  });
  await expect(writing).rejects.toMatchObject({ kind: 'unavailable' });
  await healthIs(200);
  await expect(db.transaction(async (tx) => bumpDataVersion(tx, 3))).resolves.toBe(version + 1);
});

test('an import whose connection is cut writes nothing, says so, and runs when it is sent again', async () => {
  const file = [
    'order_id,customer_id,ordered_at',
    ...Array.from({ length: 8_000 }, (_, index) => `o${index},c${index % 97},2026-01-05`),
  ].join('\n');
  const send = async (): Promise<Response> =>
    service.ask('/api/imports?kind=orders&fileName=orders.csv&wait=true', { method: 'POST', body: file });
  const first = send();
  await vi.waitUntil(() => (service.service.jobs.progress(1)?.rowsRead ?? 0) > 0, { timeout: 60_000, interval: 5 });
  await terminate();
  await first;
  const reportIs = async (): Promise<ImportReport> => askFor(service, ImportReport, '/api/imports/1');
  /* The note of the failure may fail of the same cut; then it is made up for. */
  await vi.waitFor(async () => expect((await reportIs()).status).toBe('failed'), { timeout: 60_000, interval: 100 });
  expect((await reportIs()).error?.message).toMatch(/database does not answer|Nothing of it was written/);
  expect(await service.service.ctx.db.all('select order_id from orders limit 1')).toEqual([]);
  await healthIs(200);
  expect(ImportReport.parse(await (await send()).json())).toMatchObject({ id: 2, status: 'done' });
});
