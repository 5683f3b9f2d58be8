import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '../../../src/contract/imports.ts';
import type { Database } from '../../../server/db/database.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { nextImportId, readImport } from '../../../server/importing/import-row.ts';
import type { JobOutcome } from '../../../server/jobs/job-types.ts';
import { runJob } from '../../../server/jobs/run-job.ts';
import { readSettings, type Settings } from '../../../server/settings.ts';

export const NOW = Date.parse('2026-11-22T12:00:00Z');

export type TestFolder = { readonly db: Database; readonly settings: Settings; readonly folder: string };

/** Runs with a migrated SQLite database in a folder of its own, and removes both. */
export const withDatabase = async <Result>(
  work: (test: TestFolder) => Promise<Result>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-import-'));
  const settings = readSettings({ DATA_DIR: folder, KEPT_TIME_ZONE: 'UTC', KEPT_CURRENCY: 'USD', ...environment });
  const db = await openDatabase(settings.location);
  try {
    await migrate(db, NOW);
    return await work({ db, settings, folder });
  } finally {
    await db.close();
    await rm(folder, { recursive: true });
  }
};

export type ImportOptions = {
  readonly preset?: string;
  readonly kind?: string;
  readonly mapping?: object;
  readonly covers?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly signal?: AbortSignal;
  readonly now?: number;
};

/** Imports a file as a job does, in this thread. */
export const importPath = async (
  { db, settings }: Pick<TestFolder, 'db' | 'settings'>,
  path: string,
  options: ImportOptions,
): Promise<{ readonly report: ImportReport; readonly outcome: JobOutcome }> => {
  const id = await nextImportId(db);
  const now = options.now ?? NOW;
  const outcome = await runJob(
    { db, settings, signal: options.signal ?? new AbortController().signal, onProgress: () => undefined },
    {
      does: 'import',
      id,
      entry: { dryRun: options.dryRun === true, fileName: 'file.csv', source: 'test', by: 'test', startedAt: now },
      path,
      choice: {
        preset: (options.preset ?? null) as never,
        kind: (options.kind ?? null) as never,
        mapping: options.mapping === undefined ? null : JSON.stringify(options.mapping),
        dateOrder: null,
      },
      covers: options.covers ?? null,
      strict: options.strict === true,
      now,
      removeFile: false,
    },
  );
  const report = await readImport(db, id);
  if (report === null) throw new Error('The import left no row.');
  return { report, outcome };
};

export const undoImportOf = async (
  { db, settings }: Pick<TestFolder, 'db' | 'settings'>,
  id: number,
): Promise<JobOutcome> =>
  runJob(
    { db, settings, signal: new AbortController().signal, onProgress: () => undefined },
    { does: 'undo', id, now: NOW },
  );

const TABLES = [
  'teams',
  'customers',
  'orders',
  'order_lines',
  'causes',
  'claims',
  'claim_events',
  'contacts',
  'listening_posts',
  'evaluations',
  'costs',
  'goals',
  'sent_observations',
  'observations',
  'restatements',
  'coverage',
  'import_changes',
] as const;

/** Everything that imports write but their own list and the data version: equal texts mean equal databases. */
export const contentsOf = async (db: Database): Promise<string> => {
  const parts: string[] = [];
  for (const table of TABLES)
    parts.push(table, JSON.stringify(await db.all(`select * from ${table} order by 1, 2, 3`)));
  return parts.join('\n');
};

export const dataVersionOf = async (db: Database): Promise<number> => {
  const rows = await db.all<{ value: string }>(`select value from settings where key = $1`, ['data-version']);
  return Number(rows[0]?.value ?? 0);
};
