import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { probeFolder } from '../../../server/condition/probe-folder.ts';
import { DatabaseFailure } from '../../../server/db/failure.ts';
import { lockFolder } from '../../../server/lock.ts';
import { ServiceError } from '../../../src/contract/errors.ts';
import { Health } from '../../../src/contract/health.ts';
import { settingsFor, startOn, type RunningOn } from '../../db/support/running-service.ts';
import { fillService } from '../../db/support/small-service.ts';

/* Some seconds on a machine of its own; two cores that a whole suite shares take their time. */
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
const running: RunningOn[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-failures-'));
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (dataFolder = folder): Promise<RunningOn> => {
  const started = await startOn(settingsFor({ kind: 'sqlite', folder: dataFolder }, dataFolder));
  running.push(started);
  return started;
};

test('a data folder that cannot be written is told with the folder, the reason and the remedy', async () => {
  /* The kernel's own file system takes no folders, not even from root. */
  await expect(start('/sys/kept')).rejects.toThrow(/data folder \/sys\/kept cannot be written.*DATA_DIR/);
  await expect(start('/sys/kept')).rejects.toThrow(DatabaseFailure);
});

test('a file where the data folder should be is told the same way', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  await expect(start(file)).rejects.toThrow(/a-file cannot be written/);
});

test('a folder is found not to be written by writing, whoever asks', async () => {
  await expect(probeFolder(folder)).resolves.toBeNull();
  await expect(probeFolder(join(folder, 'gone'))).resolves.toBe('read-only');
  await expect(probeFolder('/sys')).resolves.toBe('read-only');
  expect(existsSync(join(folder, '.kept-probe'))).toBe(false);
});

test('a file that is no database is told with its place, left as it is, and the folder is free again', async () => {
  writeFileSync(join(folder, 'kept.db'), 'this is a letter, not a database. '.repeat(300));
  await expect(start()).rejects.toThrow(/kept\.db is damaged, or no database.*npm run restore/);
  expect(readFileSync(join(folder, 'kept.db'), 'utf8')).toMatch(/^this is a letter/);
  lockFolder(folder).release();
  rmSync(join(folder, 'kept.db'));
  expect((await (await start()).ask('/api/health')).status).toBe(200);
});

test('records that are damaged under a running service are told, and it goes on by itself once they are whole again', async () => {
  const first = await start();
  await fillService(first);
  await first.stop();
  running.splice(0);
  const file = join(folder, 'kept.db');
  const whole = readFileSync(file);

  const service = await start();
  const health = async (): Promise<Health> => Health.parse(await (await service.ask('/api/health')).json());
  const { latestWeek } = await health();
  const damaged = Buffer.from(whole);
  damaged.fill(0xa5, 4096 * 3);
  writeFileSync(file, damaged);
  const rows = `/api/records/order_lines?indicator=on-time&week=${latestWeek ?? ''}`;
  const answer = await service.ask(rows);
  expect(answer.status).toBe(503);
  expect(ServiceError.parse(await answer.json())).toMatchObject({ code: 'database-unavailable' });
  expect(await health()).toMatchObject({ status: 'degraded', trouble: { kind: 'damaged' } });

  writeFileSync(file, whole);
  await vi.waitFor(async () => expect(await health()).toMatchObject({ status: 'ok', trouble: null }), {
    timeout: 60_000,
    interval: 250,
  });
  expect((await service.ask(rows)).status).toBe(200);
});
