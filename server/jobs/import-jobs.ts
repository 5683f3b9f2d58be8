import type { ErrorCode } from '../../src/contract/errors.ts';
import type { ImportProgress, ImportReport, ImportStatus } from '../../src/contract/imports.ts';
import type { JobState } from '../context.ts';
import type { Database } from '../db/database.ts';
import { currentRequestId } from '../http/request-id.ts';
import { nextImportId, waitingReport } from '../importing/import-row.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import type { Job, JobOutcome } from './job-types.ts';
import { jobThread } from './job-thread.ts';
import { progressMeter, type ProgressMeter } from './progress-meter.ts';

/** The queue of imports, undos and sample loads: one at a time, each in a worker thread. */
export type ImportJobs = JobState & {
  readonly add: (job: Job) => void;
  /** The number for the next import: above all that stand in the database and all that were given out. */
  readonly nextId: () => Promise<number>;
  /** The report of a job that has not entered itself in the database (it waits, or was cancelled before it began). */
  readonly report: (id: number) => ImportReport | null;
  /** Imports that wait, the newest first. */
  readonly waiting: () => readonly ImportReport[];
  /** How a job that waits, runs or ended lately stands; null where there was none. */
  readonly progress: (id: number) => ImportProgress | null;
  /** Tells of every step until the job has ended; answers a function that ends the subscription. */
  readonly watch: (id: number, listener: (progress: ImportProgress) => void) => () => void;
  /** Asks a job to stop; false where none of this number waits or runs. */
  readonly cancel: (id: number) => boolean;
  /** The end of a job; null where none of this number waits or runs. */
  readonly ended: (id: number) => Promise<JobOutcome> | null;
  /** Stops what runs (it leaves nothing behind) and takes no more. */
  readonly close: () => Promise<void>;
};

export type ImportJobsInput = {
  readonly db: Database;
  readonly settings: Settings;
  readonly log: Log;
  /** Called after a commit that moved the data version. */
  readonly announce: (dataVersion: number) => void;
  /** A job whose thread died without a word: its import must not stay "running". */
  readonly onCrash: (id: number) => Promise<void>;
  /** Told of every job that ran or was cancelled before it could. */
  readonly onEnded?: (job: EndedJob) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly steadyClock?: () => number;
};

/** A job that ended, as the metrics count it. */
export type EndedJob = {
  readonly id: number;
  readonly does: Job['does'];
  readonly result: JobOutcome['ended'];
  /** How long figures were computed, with the commit; null where it did not come to it, or not to its end. */
  readonly rollUpSeconds: number | null;
  /** What a job failed of that is no fault of its file; null where it did not. */
  readonly failure: ErrorCode | null;
};

type Entry = {
  readonly job: Job;
  /** The request that asked for it: its lines in the log are found by it. */
  readonly request: string | undefined;
  /** By the steady clock. */
  rollingUpSince: number | null;
  readonly meter: ProgressMeter;
  readonly listeners: Set<(progress: ImportProgress) => void>;
  readonly end: Promise<JobOutcome>;
  readonly resolve: (outcome: JobOutcome) => void;
};

/** Ended jobs whose progress is still answered. */
const REMEMBERED = 50;

const statusOf = (job: Job, outcome: JobOutcome): ImportStatus =>
  outcome.ended === 'done' ? (job.does === 'undo' ? 'undone' : 'done') : outcome.ended;

export const createImportJobs = (input: ImportJobsInput): ImportJobs => {
  const steadyClock = input.steadyClock ?? (() => performance.now());
  const thread = jobThread(input.settings);
  const entries = new Map<number, Entry>();
  const waiting: Entry[] = [];
  let running: Entry | null = null;
  let closed = false;
  let lastId = 0;

  const reportOf = ({ job, meter }: Entry): ImportReport | null =>
    job.does === 'undo' ? null : waitingReport(job.id, job.entry, meter.latest().status);

  const tell = (entry: Entry, progress: ImportProgress): void => {
    for (const listener of entry.listeners) listener(progress);
  };

  const inThread = async (entry: Entry): Promise<JobOutcome> => {
    try {
      return await thread.run(entry.job, (progress) => {
        if (progress.phase === 'rolling-up') entry.rollingUpSince ??= steadyClock();
        tell(entry, entry.meter.tell(progress));
      });
    } catch (error) {
      await input.onCrash(entry.job.id).catch(() => undefined);
      const cause = error instanceof Error ? error.message : String(error);
      return {
        ended: 'failed',
        code: 'internal',
        message: 'The import failed inside Kept. Nothing was written.',
        cause,
      };
    }
  };

  const next = (): void => {
    if (running !== null || closed) return;
    const entry = waiting.shift();
    if (entry === undefined) return;
    running = entry;
    tell(entry, entry.meter.tell({ phase: 'reading', rowsRead: 0, fraction: 0 }));
    void inThread(entry).then((outcome) => {
      running = null;
      finish(entry, outcome);
      next();
    });
  };

  const finish = (entry: Entry, outcome: JobOutcome): void => {
    const { job, request, rollingUpSince } = entry;
    const line = { import: job.id, does: job.does, request };
    if (outcome.ended === 'failed' && outcome.cause !== null) {
      input.log.error({ ...line, cause: outcome.cause }, outcome.message);
    } else input.log.info(line, `${job.does} ${outcome.ended}`);
    const rollUpSeconds =
      outcome.ended === 'done' && rollingUpSince !== null ? (steadyClock() - rollingUpSince) / 1000 : null;
    const failure = outcome.ended === 'failed' && outcome.cause !== null ? outcome.code : null;
    input.onEnded?.({ id: job.id, does: job.does, result: outcome.ended, rollUpSeconds, failure });
    if (outcome.ended === 'done') input.announce(outcome.dataVersion);
    tell(entry, entry.meter.end(statusOf(entry.job, outcome)));
    entry.listeners.clear();
    entry.resolve(outcome);
    const ended = [...entries.values()].filter((one) => one !== running && !waiting.includes(one));
    for (const old of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) entries.delete(old.job.id);
  };

  const alive = (id: number): Entry | null => {
    const entry = entries.get(id);
    return entry !== undefined && (entry === running || waiting.includes(entry)) ? entry : null;
  };

  return {
    busy: () => running !== null || waiting.length > 0,
    add: (job) => {
      let resolve: (outcome: JobOutcome) => void = () => undefined;
      const end = new Promise<JobOutcome>((settle) => {
        resolve = settle;
      });
      const entry: Entry = {
        job,
        request: currentRequestId(),
        rollingUpSince: null,
        meter: progressMeter(job.id, steadyClock),
        listeners: new Set(),
        end,
        resolve,
      };
      entries.delete(job.id);
      entries.set(job.id, entry);
      if (closed) {
        finish(entry, { ended: 'cancelled' });
        return;
      }
      waiting.push(entry);
      next();
    },
    nextId: async () => {
      lastId = Math.max(lastId + 1, await nextImportId(input.db));
      return lastId;
    },
    report: (id) => {
      const entry = entries.get(id);
      return entry === undefined ? null : reportOf(entry);
    },
    waiting: () =>
      waiting
        .map(reportOf)
        .filter((report) => report !== null)
        .reverse(),
    progress: (id) => entries.get(id)?.meter.latest() ?? null,
    watch: (id, listener) => {
      const entry = entries.get(id);
      entry?.listeners.add(listener);
      return () => {
        entry?.listeners.delete(listener);
      };
    },
    cancel: (id) => {
      const entry = alive(id);
      if (entry === null) return false;
      const at = waiting.indexOf(entry);
      if (at >= 0) {
        waiting.splice(at, 1);
        finish(entry, { ended: 'cancelled' });
        return true;
      }
      thread.cancel();
      return true;
    },
    ended: (id) => alive(id)?.end ?? null,
    close: async () => {
      closed = true;
      for (const entry of waiting.splice(0)) finish(entry, { ended: 'cancelled' });
      if (running !== null) {
        thread.cancel();
        await running.end;
      }
      await thread.close();
    },
  };
};
