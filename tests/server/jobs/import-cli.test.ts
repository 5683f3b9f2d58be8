import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ImportReport } from '../../../src/contract/imports.ts';
import { parseCliArguments, UsageError } from '../../../server/jobs/cli-arguments.ts';
import { listLine, progressLine, reportLines } from '../../../server/jobs/cli-report.ts';
import { waitingReport } from '../../../server/importing/import-row.ts';
import { createLog } from '../../../server/log.ts';
import { readSettings } from '../../../server/settings.ts';
import { serviceImporter } from '../../../server/jobs/service-importer.ts';
import { makeApiKey } from '../../../server/services/api-keys.ts';
import { startService } from '../../../server/start-service.ts';
import { ordersCsv } from './test-service.ts';

/* Every command starts a process; the machine may be busy. */
vi.setConfig({ testTimeout: 180_000 });

const ROOT = join(import.meta.dirname, '../../..');
const CLI = join(ROOT, 'server/import-cli.ts');

type Ran = { readonly exit: number | null; readonly out: string; readonly err: string };

const run = async (folder: string, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: join(folder, 'data'), KEPT_TIME_ZONE: 'UTC', DATABASE_URL: '' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (exit) => {
      resolve({ exit, out, err });
    });
  });

const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-cli-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe('the command line', () => {
  it('opens the folder itself when no service runs: imports, lists, undoes, and says how it went', async () => {
    await withFolder(async (folder) => {
      const good = join(folder, 'good.csv');
      const broken = join(folder, 'broken.csv');
      await writeFile(good, `${ordersCsv(300)}o-x,c,never\n`);
      await writeFile(broken, 'order_id,customer_id,ordered_at\no1,"c');
      const both = await run(folder, good, broken, '--kind', 'orders');
      expect(both.exit).toBe(1);
      expect(both.out).toMatch(/301 rows read\n\s+new\s+300\n[^]*line 302, ordered_at “never”: This is no date\./);
      expect(both.out).toMatch(/Refused: The file breaks off inside a quoted cell: the row that begins at line 2/);
      const list = await run(folder, '--list');
      expect(list.out).toMatch(
        /2 .* failed .*broken\.csv[^]*1 .* done .*good\.csv \(orders\): 300 new, 0 changed, 1 refused/,
      );
      expect(await run(folder, '--undo', '1')).toMatchObject({
        exit: 0,
        out: expect.stringContaining('is undone') as unknown,
      });
      expect(await run(folder, '--undo', '1')).toMatchObject({
        exit: 1,
        err: expect.stringContaining('nothing to undo') as unknown,
      });
      expect(await run(folder, join(folder, 'none.csv'), '--kind', 'orders')).toMatchObject({ exit: 1 });
      expect(await run(folder, good, '--kind', 'parcels')).toMatchObject({
        exit: 2,
        err: expect.stringContaining('--kind is one of') as unknown,
      });
    });
  });

  it('goes through the service that holds the folder', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'orders.csv');
      await writeFile(file, ordersCsv(300));
      const service = await startService({
        settings: readSettings({
          DATA_DIR: join(folder, 'data'),
          PORT: '0',
          KEPT_TIME_ZONE: 'UTC',
          LOG_LEVEL: 'silent',
        }),
        log: createLog('silent'),
        clock: Date.now,
        root: ROOT,
      });
      try {
        const { version } = await service.ctx.data.index();
        expect(await run(folder, file, '--kind', 'orders')).toMatchObject({
          exit: 0,
          out: expect.stringMatching(/300 rows read/) as unknown,
        });
        expect((await service.ctx.data.index()).version).toBe(version + 1);
        expect(await run(folder, file, '--kind', 'orders', '--dry-run')).toMatchObject({
          exit: 0,
          out: expect.stringMatching(/unchanged\s+300/) as unknown,
        });
        expect(await run(folder, '--undo', '1')).toMatchObject({ exit: 0 });
        expect((await run(folder, '--list')).out).toMatch(/1 .* undone .*orders\.csv/);
      } finally {
        await service.stop();
      }
    });
  });
});

describe('a service where people sign in', () => {
  it('imports by key, and tells what is wrong without one', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'orders.csv');
      await writeFile(path, ordersCsv(30));
      const settings = readSettings({ DATA_DIR: join(folder, 'data'), PORT: '0', KEPT_SIGN_IN: 'accounts' });
      const log = createLog('silent');
      const service = await startService({ settings, log, clock: Date.now, root: ROOT });
      try {
        const { secret } = await makeApiKey(service.ctx, { name: 'nightly', kinds: ['orders'] }, 'Ada');
        const choice = { preset: null, kind: 'orders', mapping: null, dateOrder: null } as const;
        const file = { path, fileName: 'orders.csv', choice, covers: null, dryRun: false, strict: false };
        const send = async (key: string | null): Promise<ImportReport> =>
          serviceImporter(service.url, key).importFile(file, () => undefined, new AbortController().signal);
        await expect(send(null)).rejects.toThrow(/KEPT_API_KEY=…/);
        await expect(send(`${secret}x`)).rejects.toThrow(/does not know this key/);
        expect(await send(secret)).toMatchObject({ status: 'done', by: 'API key nightly', counts: { new: 30 } });
      } finally {
        await service.stop();
      }
    });
  });
});

describe('its arguments', () => {
  it.each([
    [[], /at least one file/],
    [['a.csv'], /--preset NAME, --kind KIND or --mapping FILE/],
    [['a.csv', '--kind', 'orders', '--preset', 'scms'], /either --preset or --kind/],
    [['a.csv', '--date-order', 'ymd', '--kind', 'orders'], /dmy, mdy/],
    [['--undo', 'x'], /number of an import/],
    [['a.csv', '--colour'], /colour/],
  ])('%j are refused with what to write instead', (args, message) => {
    expect(() => parseCliArguments(args)).toThrow(UsageError);
    expect(() => parseCliArguments(args)).toThrow(message);
  });

  it('are read in any order', () => {
    expect(
      parseCliArguments(['--strict', 'a.csv', '--preset', 'scms', 'b.csv', '--covers', '2024-01-01..2024-01-07']),
    ).toEqual({
      does: 'import',
      files: ['a.csv', 'b.csv'],
      preset: 'scms',
      kind: null,
      mappingFile: null,
      dateOrder: null,
      covers: '2024-01-01..2024-01-07',
      dryRun: false,
      strict: true,
    });
  });
});

describe('its words', () => {
  const entry = {
    dryRun: false,
    fileName: 'a.csv',
    source: 'orders',
    by: 'ann',
    startedAt: Date.UTC(2026, 10, 22, 9, 30),
  };

  it('say how far an import is, how fast, and how long it takes yet', () => {
    const progress = {
      id: 1,
      status: 'running',
      phase: 'reading',
      rowsRead: 120_000,
      rowsPerSecond: 61_000,
      fraction: 0.5,
      secondsLeft: 90,
    } as const;
    expect(progressLine(progress)).toBe(
      '████████████░░░░░░░░░░░░  50 %  reading: 120,000 rows, 61,000 rows/s, 1 min 30 s left',
    );
  });

  it('name what was refused, and that nothing was written of a refused file', () => {
    const report = waitingReport(3, entry, 'failed');
    const error = { message: 'The file is empty.', line: 1, column: null };
    expect(reportLines({ ...report, error })).toEqual(['  Refused: The file is empty.', '  Nothing was written.']);
    expect(listLine(report)).toBe('    3  2026-11-22 09:30  failed     a.csv (orders): 0 new, 0 changed, 0 refused');
  });
});
