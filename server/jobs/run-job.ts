import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { Database } from '../db/database.ts';
import { databaseFailure, type DatabaseFailureKind } from '../db/failure.ts';
import { FileRefused } from '../importing/file-refused.ts';
import { ImportFailed, importFile } from '../importing/import-file.ts';
import {
  beginImport,
  EMPTY_BODY,
  endImport,
  readImport,
  setImportStatus,
  type ReportBody,
} from '../importing/import-row.ts';
import { RowsRefused } from '../records/classify-records.ts';
import { undoImport } from '../records/undo-import.ts';
import type { JobContext } from './job-context.ts';
import type { Job, JobOutcome } from './job-types.ts';
import { runSample } from './run-sample.ts';

const CODE_BY_FAILURE: Readonly<Record<DatabaseFailureKind, ErrorCode>> = {
  'disk-full': 'disk-full',
  busy: 'busy',
  unavailable: 'database-unavailable',
  newer: 'database-unavailable',
  'read-only': 'database-unavailable',
  damaged: 'database-unavailable',
};

/** What failed, for the person (message) and for the log (cause). */
const failureOf = (error: unknown): Extract<JobOutcome, { ended: 'failed' }> => {
  const inner = error instanceof ImportFailed ? error.cause : error;
  if (inner instanceof FileRefused || inner instanceof RowsRefused) {
    return { ended: 'failed', code: 'import-refused', message: inner.message, cause: null };
  }
  const failure = databaseFailure(inner);
  if (failure !== null) {
    return {
      ended: 'failed',
      code: CODE_BY_FAILURE[failure.kind],
      message: failure.message,
      cause: String(failure.cause),
    };
  }
  const stack = inner instanceof Error ? (inner.stack ?? inner.message) : String(inner);
  return {
    ended: 'failed',
    code: 'internal',
    message: 'The import failed inside Kept. Nothing was written.',
    cause: stack,
  };
};

const NOTE_ATTEMPTS = 3;
const NOTE_RETRY_MS = 200;

/**
 * The report of a failed import keeps what was found out. A full disk or a database that is gone may refuse even that, and
 * is no second failure: the service makes up for it once it can.
 */
const keepReport = async (
  db: Database,
  id: number,
  now: number,
  outcome: JobOutcome,
  body: ReportBody,
  fileHash: string | null,
): Promise<void> => {
  const status = outcome.ended === 'cancelled' ? 'cancelled' : 'failed';
  const error =
    outcome.ended === 'failed'
      ? { message: outcome.message, line: body.error?.line ?? null, column: body.error?.column ?? null }
      : null;
  for (let attempt = 1; attempt <= NOTE_ATTEMPTS; attempt += 1) {
    try {
      await db.transaction(async (tx) => {
        await endImport(tx, { id, status, fileHash, endedAt: now, body: { ...body, error } });
      });
      return;
    } catch (failure) {
      /* The connections that were cut with the import's own are replaced by then. */
      if (databaseFailure(failure)?.kind !== 'unavailable') return;
      await delay(NOTE_RETRY_MS);
    }
  }
};

const runImport = async (context: JobContext, job: Extract<Job, { does: 'import' }>): Promise<JobOutcome> => {
  const { db, settings, signal } = context;
  const started = performance.now();
  const now = (): number => job.now + Math.round(performance.now() - started);
  try {
    await beginImport(db, job.id, job.entry);
    const { body, fileHash, dataVersion } = await importFile(db, settings, {
      ...job,
      dryRun: job.entry.dryRun,
      signal,
      onProgress: context.onProgress,
    });
    if (job.entry.dryRun) {
      await db.transaction(async (tx) => {
        await endImport(tx, { id: job.id, status: 'done', fileHash, endedAt: now(), body });
      });
    }
    return { ended: 'done', dataVersion };
  } catch (error) {
    const outcome: JobOutcome = signal.aborted ? { ended: 'cancelled' } : failureOf(error);
    const failed = error instanceof ImportFailed ? error : null;
    await keepReport(db, job.id, now(), outcome, failed?.body ?? EMPTY_BODY, failed?.fileHash ?? null);
    return outcome;
  } finally {
    if (job.removeFile) await rm(job.path, { force: true });
  }
};

const runUndo = async (context: JobContext, job: Extract<Job, { does: 'undo' }>): Promise<JobOutcome> => {
  const { db, settings, signal, onProgress } = context;
  try {
    const report = await readImport(db, job.id);
    const result = await undoImport(db, {
      importId: job.id,
      now: job.now,
      settings,
      signal,
      onProgress: ({ phase, rowsStaged }) => {
        onProgress({ phase, rowsRead: rowsStaged, fraction: null });
      },
      finish: async (tx) => {
        await setImportStatus(tx, job.id, 'undone');
        if (report?.source === 'sample') await tx.exec(`delete from settings where key = $1`, ['sample']);
      },
    });
    return { ended: 'done', dataVersion: result.dataVersion };
  } catch (error) {
    return signal.aborted ? { ended: 'cancelled' } : failureOf(error);
  }
};

/** Runs one job to its end on a database of its own; never throws. */
export const runJob = async (context: JobContext, job: Job): Promise<JobOutcome> => {
  switch (job.does) {
    case 'import':
      return runImport(context, job);
    case 'undo':
      return runUndo(context, job);
    case 'sample':
      return runSample(context, job).catch((error: unknown): JobOutcome =>
        context.signal.aborted ? { ended: 'cancelled' } : failureOf(error),
      );
  }
};
