import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../db/open-database.ts';
import type { Job, JobOutcome, MessageFromWorker, MessageToWorker, WorkerStart } from './job-types.ts';
import { runJob } from './run-job.ts';

/**
 * Runs jobs in a thread of its own, one after the other, each with a connection of its own: the service's event loop
 * stays free. The thread stays for the next job, since loading its modules takes longer than a small import.
 */
const PROGRESS_EVERY_MS = 100;

const tell = (message: MessageFromWorker): void => {
  parentPort?.postMessage(message);
};

const { settings } = workerData as WorkerStart;
let stop = new AbortController();

const onMessage = (message: MessageToWorker): void => {
  if (message.say === 'cancel') {
    stop.abort(new Error('Cancelled.'));
    return;
  }
  stop = new AbortController();
  /* A job that throws here could not even open the database: the thread dies of it, and the queue says so. */
  void run(message.job, attentive(stop.signal)).then((outcome) => {
    tell({ say: 'ended', outcome });
  });
};

/**
 * SQLite's work is synchronous, so that messages wait until it pauses, which a roll-up never does: whoever checks this
 * signal looks for the message to cancel first.
 */
const attentive = (signal: AbortSignal): AbortSignal => {
  const check = signal.throwIfAborted.bind(signal);
  signal.throwIfAborted = () => {
    const waiting = parentPort === null ? undefined : receiveMessageOnPort(parentPort);
    if (waiting !== undefined) onMessage(waiting.message as MessageToWorker);
    check();
  };
  return signal;
};

const run = async (job: Job, signal: AbortSignal): Promise<JobOutcome> => {
  const db = await openDatabase(settings.location);
  let told = 0;
  let phase = '';
  try {
    return await runJob(
      {
        db,
        settings,
        signal,
        onProgress: (progress) => {
          const at = performance.now();
          if (progress.phase === phase && at - told < PROGRESS_EVERY_MS) return;
          told = at;
          phase = progress.phase;
          tell({ say: 'progress', progress });
        },
      },
      job,
    );
  } finally {
    await db.close();
  }
};

parentPort?.on('message', onMessage);
