import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../server/db/open-database.ts';
import { ImportReport } from '../../../src/contract/imports.ts';
import { askFor, health, importText } from '../../contract/implementation.ts';
import { settingsFor, startOn } from '../../db/support/running-service.ts';
import { ordersCsv, withService } from './test-service.ts';

/* Some seconds on a machine of its own; two cores that a whole suite shares take their time. */
vi.setConfig({ testTimeout: 180_000 });

const MAIN = join(import.meta.dirname, '../../../server/main.ts');
const ROWS = 15_000;
/** The service waits two seconds for answers under way; an import stops at its next look. */
const LONGEST_STOP_MS = 30_000;

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-sigterm-'));
});
afterEach(() => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const startProcess = async (): Promise<{
  readonly process: ChildProcess;
  readonly url: string;
  readonly said: () => string;
}> => {
  const started = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, KEPT_TIME_ZONE: 'UTC', DATABASE_URL: '', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let said = '';
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const url = await vi.waitUntil(() => /Kept is ready: (\S+)/.exec(said)?.[1], { timeout: 60_000, interval: 20 });
  return { process: started, url, said: () => said };
};

const contents = async (): Promise<{ orders: number; statuses: readonly string[] }> => {
  const db = await openDatabase({ kind: 'sqlite', folder });
  try {
    expect(await db.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const orders = await db.all<{ n: number }>('select count(*) as n from orders');
    const imports = await db.all<{ status: string }>('select status from imports order by id');
    return { orders: orders[0]?.n ?? -1, statuses: imports.map(({ status }) => status) };
  } finally {
    await db.close();
  }
};

test.each(['reading', 'rolling-up'] as const)(
  'a service told to stop while an import is %s takes it back or ends it, and starts clean',
  async (phase) => {
    const { process: service, url, said } = await startProcess();
    const sent = fetch(`${url}/api/imports?kind=orders&fileName=orders.csv`, { method: 'POST', body: ordersCsv(ROWS) });
    const { id } = ImportReport.parse(await (await sent).json());
    const progress = await fetch(`${url}/api/imports/${id}/progress`);
    const reader = progress.body?.getReader();
    const text = new TextDecoder();
    for (let heard = ''; !heard.includes(`"phase":"${phase}"`);) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) break;
      heard += text.decode(chunk.value);
    }
    const exited = new Promise((resolve) => service.once('exit', (code, signal) => resolve(signal ?? code)));
    const asked = performance.now();
    service.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(LONGEST_STOP_MS);
    await reader?.cancel().catch(() => undefined);
    expect(said()).toContain('"msg":"stopping"');
    expect(said()).toContain('"msg":"stopped"');

    const left = await contents();
    expect([
      { orders: 0, statuses: ['cancelled'] },
      { orders: ROWS, statuses: ['done'] },
    ]).toContainEqual(left);
    expect(readdirSync(join(folder, 'uploads'))).toEqual([]);
    expect(readdirSync(folder)).not.toContain('service.json');

    const again = await startOn(settingsFor({ kind: 'sqlite', folder }, folder, { KEPT_TIME_ZONE: 'UTC' }));
    try {
      expect(await health(again)).toMatchObject({ status: 'ok', trouble: null });
      const report = await importText(again, ordersCsv(ROWS), { kind: 'orders' });
      expect(report).toMatchObject({ status: 'done', counts: { read: ROWS, refused: 0 } });
      expect((await askFor(again, ImportReport, `/api/imports/${id}`)).status).toBe(left.statuses[0]);
    } finally {
      await again.stop();
    }
    expect((await contents()).orders).toBe(ROWS);
  },
);

test('an import that arrives while the service stops is told at once that it was not taken', async () => {
  await withService(async ({ jobs, request }) => {
    await jobs.close();
    const answer = await request('POST', '/api/imports?kind=orders&fileName=late.csv&wait=true', ordersCsv(3));
    expect(ImportReport.parse(await answer.json()).status).toBe('cancelled');
  });
});
