import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { FolderTaken, lockFolder, readHolder } from '../../../server/lock.ts';
import { readSettings } from '../../../server/settings.ts';
import { CannotListen, startService, type RunningService } from '../../../server/start-service.ts';
import { Health } from '../../../src/contract/health.ts';
import { NOW } from './test-service.ts';

let folder: string;
const running: RunningService[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-service-'));
});
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (more: Readonly<Record<string, string>> = {}): Promise<RunningService> => {
  const service = await startService({
    settings: readSettings({ DATA_DIR: folder, PORT: '0', KEPT_TIME_ZONE: 'UTC', LOG_LEVEL: 'silent', ...more }),
    log: createLog('silent'),
    clock: () => NOW,
    root: process.cwd(),
  });
  running.push(service);
  return service;
};

const healthOf = async ({ url }: RunningService): Promise<Health> =>
  Health.parse(await (await fetch(`${url}/api/health`)).json());

test('a service on a new folder answers on this machine, empty, and leaves its address for others', async () => {
  const service = await start();
  expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await healthOf(service)).toMatchObject({ status: 'ok', empty: true, latestWeek: null, pipelineRanAt: null });
  expect(readHolder(folder)).toEqual({ pid: process.pid, url: service.url });
});

test('a folder in use is refused before anything in it is touched', async () => {
  await start();
  await expect(start()).rejects.toThrow(FolderTaken);
});

test('a port in use is told in words, and the folder is free again', async () => {
  const service = await start();
  const other = join(folder, 'other');
  const port = new URL(service.url).port;
  await expect(start({ DATA_DIR: other, PORT: port })).rejects.toThrow(CannotListen);
  await expect(start({ DATA_DIR: other, PORT: port })).rejects.toThrow(
    `127.0.0.1:${port} because another program listens there`,
  );
  lockFolder(other).release();
});

test('stopping ends the streams, frees port and folder, and a new start finds everything again', async () => {
  const service = await start();
  const live = await fetch(`${service.url}/api/live`);
  await service.stop();
  expect(await live.text()).toMatch(/^data: \{"dataVersion":\d+/);
  await expect(fetch(`${service.url}/api/health`)).rejects.toThrow();
  expect(readHolder(folder)).toBeNull();
  const again = await start({ PORT: new URL(service.url).port });
  expect((await healthOf(again)).empty).toBe(true);
});

test('another time zone is taken up at the next start', async () => {
  await (await start()).stop();
  const service = await start({ KEPT_TIME_ZONE: 'Asia/Tokyo' });
  const catalogue = (await (await fetch(`${service.url}/api/catalogue`)).json()) as {
    organisation: { timeZone: string };
  };
  expect(catalogue.organisation.timeZone).toBe('Asia/Tokyo');
});

test('a service for others listens where it is told, is reached from this machine, and offers its first administrator', async () => {
  const accounts = { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: 'https://kept.example.org', HOST: '0.0.0.0' };
  const service = await start(accounts);
  expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await healthOf(service)).toMatchObject({ open: false, dataVersion: 0 });
  expect((await fetch(`${service.url}/api/teams`)).status).toBe(401);
  expect(service.firstAdministrator).toMatch(/^https:\/\/kept\.example\.org\/invitation#[\w-]{43}$/);
  await service.stop();
  const again = await start(accounts);
  expect(again.firstAdministrator).not.toBeNull();
  expect(again.firstAdministrator).not.toBe(service.firstAdministrator);
});

test('an open service offers no administrator', async () => {
  expect((await start()).firstAdministrator).toBeNull();
});
