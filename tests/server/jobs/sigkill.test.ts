import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../server/db/open-database.ts';
import { recoverImports } from '../../../server/jobs/recover-imports.ts';
import { readSettings } from '../../../server/settings.ts';
import { contentsOf, importPath, NOW, withDatabase } from '../importing/test-database.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const CLI = join(import.meta.dirname, '../../../server/import-cli.ts');
const ROWS = 15_000;

/** Park and Miller's generator: the same moments in every run of the test. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

let root = '';
let template = '';
let file = '';
let before = '';
let after = '';
let runMs = 0;
let logBytes = 0;

const orders = (from: number, count: number, team: string): string =>
  [
    'order_id,customer_id,ordered_at,quoted_total',
    ...Array.from({ length: count }, (_, index) => {
      const number = from + index;
      const day = String((number % 28) + 1).padStart(2, '0');
      return `${team}${number},c${number % 997},2024-${String((number % 12) + 1).padStart(2, '0')}-${day},${number % 90}.50`;
    }),
  ].join('\n');

const contentsIn = async (folder: string): Promise<string> => {
  const db = await openDatabase({ kind: 'sqlite', folder });
  try {
    expect(await db.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    /* When the import ran differs from run to run: `recorded_at`, and `at` of the restatements. */
    return (await contentsOf(db)).replace(/"(recorded_at|at)":\d+/g, '"$1":0');
  } finally {
    await db.close();
  }
};

const sizeOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

type Run = { readonly killed: boolean; readonly ms: number; readonly logBytes: number };

/** Imports in a process of its own, and kills it after a time or when the database's log has grown so far. */
const runImport = async (
  folder: string,
  kill: { readonly afterMs: number } | { readonly atLogBytes: number } | null,
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', 'tsx', CLI, file, '--kind', 'orders'], {
      stdio: 'ignore',
      env: { ...process.env, DATA_DIR: folder, KEPT_TIME_ZONE: 'UTC', KEPT_CURRENCY: 'USD', DATABASE_URL: '' },
    });
    let most = 0;
    const timer = kill !== null && 'afterMs' in kill ? setTimeout(() => child.kill('SIGKILL'), kill.afterMs) : null;
    const watch = setInterval(() => {
      void sizeOf(join(folder, 'kept.db-wal')).then((size) => {
        most = Math.max(most, size);
        if (kill !== null && 'atLogBytes' in kill && size >= kill.atLogBytes) child.kill('SIGKILL');
      });
    }, 2);
    child.on('error', reject);
    child.on('exit', (_code, signal) => {
      if (timer !== null) clearTimeout(timer);
      clearInterval(watch);
      resolve({ killed: signal === 'SIGKILL', ms: performance.now() - started, logBytes: most });
    });
  });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kept-kill-'));
  template = join(root, 'template');
  file = join(root, 'orders.csv');
  await writeFile(file, orders(0, ROWS, 'new'));
  await withDatabase(async (test) => {
    const base = join(root, 'base.csv');
    await writeFile(base, orders(0, 500, 'old'));
    await importPath(test, base, { kind: 'orders' });
    await test.db.close();
    await cp(test.folder, template, { recursive: true });
  });
  before = await contentsIn(template);
  const whole = join(root, 'whole');
  await cp(template, whole, { recursive: true });
  const run = await runImport(whole, null);
  runMs = run.ms;
  logBytes = run.logBytes;
  after = await contentsIn(whole);
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

const random = seeded(20_261_122);
const MOMENTS = [
  ...Array.from({ length: 8 }, () => ({ by: 'time' as const, share: 0.25 + 0.73 * random() })),
  ...Array.from({ length: 6 }, () => ({ by: 'log' as const, share: 0.02 + 0.97 * random() })),
];

describe('killing the process of an import', () => {
  it('finds an import that changes something', () => {
    expect(after).not.toBe(before);
    expect(logBytes).toBeGreaterThan(100_000);
  });

  it.each(MOMENTS.map(({ by, share }, index) => ({ index, by, share })))(
    'at moment $index ($by $share) leaves all of it or nothing',
    async ({ index, by, share }) => {
      const folder = join(root, `run-${index}`);
      await cp(template, folder, { recursive: true });
      const run = await runImport(
        folder,
        by === 'time' ? { afterMs: runMs * share } : { atLogBytes: logBytes * share },
      );
      const left = await contentsIn(folder);
      const whole = left === after;
      /* One that came to its end before the signal has written everything. */
      expect(whole || (run.killed && left === before)).toBe(true);
      const db = await openDatabase({ kind: 'sqlite', folder });
      try {
        await recoverImports(db, readSettings({ DATA_DIR: folder, KEPT_TIME_ZONE: 'UTC' }), NOW);
        const rows = await db.all<{ status: string }>(`select status from imports where id > 1`);
        expect(rows.map(({ status }) => status)).toEqual(whole ? ['done'] : rows.map(() => 'failed'));
      } finally {
        await db.close();
      }
      await rm(folder, { recursive: true });
    },
  );
});
