import { zoneClock } from '../../src/domain/zone.ts';
import { writeSetting } from '../db/data-version.ts';
import type { Database } from '../db/database.ts';
import {
  beginImport,
  EMPTY_BODY,
  endImport,
  type NewImport,
  nextImportId,
  type ReportBody,
} from '../importing/import-row.ts';
import { isoDate, isoWeekLabel } from '../../src/domain/week.ts';
import type { RecordBatch, WriteResult } from '../records/types.ts';
import { writeRecords } from '../records/write-records.ts';
import { sampleCompany } from '../sample/sample-company.ts';
import { SAMPLE_SOURCE } from '../sample/types.ts';
import type { JobContext } from './job-context.ts';
import type { Job, JobOutcome } from './job-types.ts';
import { SAMPLE_SETTING, takeBackSample } from './take-back-sample.ts';

/** The same seed gives the same company; the day decides where it ends. */
export const SEED = 'kept';

const bodyOf = (result: WriteResult, read: number): ReportBody => {
  const counts = Object.values(result.perKind);
  const sum = (pick: (one: (typeof counts)[number]) => number): number =>
    counts.reduce((total, one) => total + pick(one), 0);
  const spans = result.coverage;
  return {
    ...EMPTY_BODY,
    counts: {
      read,
      new: sum((one) => one.new),
      changed: sum((one) => one.changed),
      unchanged: sum((one) => one.unchanged),
      refused: sum((one) => one.refused),
      warned: 0,
    },
    records: Object.fromEntries(Object.entries(result.perKind).map(([kind, one]) => [kind, one.new + one.changed])),
    weeks:
      result.weeks === null
        ? null
        : { from: isoWeekLabel(result.weeks.from), to: isoWeekLabel(result.weeks.to), count: result.weeks.count },
    covers:
      spans.length === 0
        ? null
        : {
            from: isoDate(Math.min(...spans.map(({ fromDay }) => fromDay))),
            to: isoDate(Math.max(...spans.map(({ toDay }) => toDay))),
          },
  };
};

const markFailed = async (db: Database, id: number, status: 'failed' | 'cancelled', message: string, now: number) =>
  db.transaction(async (tx) => {
    const body = { ...EMPTY_BODY, error: { message, line: null, column: null } };
    await endImport(tx, { id, status, fileHash: null, endedAt: now, body });
  });

/**
 * Loads the sample company: its imports in their order, each in a transaction and under the clock of its own week, so
 * that late rows restate final weeks as they would have. When it breaks off or is cancelled, all of it is taken back.
 */
export const runSample = async (context: JobContext, job: Extract<Job, { does: 'sample' }>): Promise<JobOutcome> => {
  const { db, settings, signal, onProgress } = context;
  const clock = zoneClock(settings.timeZone);
  let id = job.id;
  let dataVersion = 0;
  try {
    await takeBackSample(db, settings, job.now);
    await db.transaction(async (tx) => writeSetting(tx, SAMPLE_SETTING, 'loading'));
    const imports = sampleCompany({
      seed: SEED,
      today: clock.dayOfInstant(job.now),
      timeZone: settings.timeZone,
      now: job.now,
    });
    const expected = imports.reduce((sum, { rowsExpected }) => sum + rowsExpected, 0);
    let before = 0;
    for (const [index, one] of imports.entries()) {
      signal.throwIfAborted();
      if (index > 0) id = await nextImportId(db);
      await beginImport(db, id, index === 0 ? job.entry : sampleEntry(one.fileName, job.entry.by, one.now));
      let rows = 0;
      const batches = function* (): Generator<RecordBatch> {
        for (const batch of one.batches()) {
          rows += batch.rows.length;
          yield batch;
        }
      };
      const result = await writeRecords(db, {
        importId: id,
        sourceSystem: SAMPLE_SOURCE,
        recordedAt: one.recordedAt,
        now: one.now,
        batches: batches(),
        covers: { how: 'listed', spans: one.covers },
        settings,
        signal,
        onProgress: ({ phase }) => {
          const read = before + rows;
          onProgress({ phase, rowsRead: read, fraction: Math.min(1, read / Math.max(1, expected)) });
        },
        finish: async (tx, written) => {
          await endImport(tx, { id, status: 'done', fileHash: null, endedAt: one.now, body: bodyOf(written, rows) });
          if (index === imports.length - 1) await writeSetting(tx, SAMPLE_SETTING, '1');
        },
      });
      dataVersion = result.dataVersion;
      before += rows;
    }
    return { ended: 'done', dataVersion };
  } catch (error) {
    await takeBackSample(db, settings, job.now).catch(() => undefined);
    const message = error instanceof Error ? error.message : String(error);
    await markFailed(db, id, signal.aborted ? 'cancelled' : 'failed', message, job.now).catch(() => undefined);
    throw error;
  }
};

/** How an import of the sample is listed. */
export const sampleEntry = (fileName: string, by: string, startedAt: number): NewImport => ({
  dryRun: false,
  fileName,
  source: SAMPLE_SOURCE,
  by,
  startedAt,
});
