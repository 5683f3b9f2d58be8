import { userInfo } from 'node:os';
import { migrateSafely } from '../backup/before-migration.ts';
import { releaseOf, ROOT } from '../build-id.ts';
import { openDatabase } from '../db/open-database.ts';
import { nextImportId, readImport, readImports } from '../importing/import-row.ts';
import type { Settings } from '../settings.ts';
import { sourceName } from '../services/import-records.ts';
import { ImporterFailure, type Importer } from './importer-types.ts';
import { progressMeter } from './progress-meter.ts';
import { recoverImports } from './recover-imports.ts';
import { runJob } from './run-job.ts';

/** Imports on a database of its own; whoever calls holds the lock of the data folder. */
export const directImporter = async (settings: Settings, clock: () => number): Promise<Importer> => {
  const db = await openDatabase(settings.location);
  try {
    await migrateSafely(db, { settings, now: clock(), release: () => releaseOf(ROOT) });
  } catch (error) {
    await db.close();
    throw error;
  }
  if (settings.location.kind === 'sqlite') await recoverImports(db, settings, clock());

  const reportOf = async (id: number) => {
    const report = await readImport(db, id);
    if (report === null) throw new ImporterFailure('There is no import of this number.');
    return report;
  };

  return {
    importFile: async (file, onProgress, signal) => {
      const id = await nextImportId(db);
      const now = clock();
      const meter = progressMeter(id, () => performance.now());
      const outcome = await runJob(
        {
          db,
          settings,
          signal,
          onProgress: (progress) => {
            onProgress(meter.tell(progress));
          },
        },
        {
          does: 'import',
          id,
          entry: {
            dryRun: file.dryRun,
            fileName: file.fileName,
            source: sourceName(file.choice),
            by: userInfo().username,
            startedAt: now,
          },
          path: file.path,
          choice: file.choice,
          covers: file.covers,
          strict: file.strict,
          now,
          removeFile: false,
        },
      );
      const report = await readImport(db, id);
      if (report !== null && report.status !== 'running') return report;
      /* A full disk may refuse even the note of the failure. */
      throw new ImporterFailure(outcome.ended === 'failed' ? outcome.message : 'The import did not end.');
    },
    list: async () => readImports(db),
    undo: async (id) => {
      const report = await reportOf(id);
      if (report.status !== 'done' || report.dryRun) {
        throw new ImporterFailure(
          report.dryRun ? 'A dry run wrote nothing.' : `This import is ${report.status}: there is nothing to undo.`,
        );
      }
      const outcome = await runJob(
        { db, settings, signal: new AbortController().signal, onProgress: () => undefined },
        { does: 'undo', id, now: clock() },
      );
      if (outcome.ended === 'failed') throw new ImporterFailure(outcome.message);
      return reportOf(id);
    },
    close: async () => db.close(),
  };
};
