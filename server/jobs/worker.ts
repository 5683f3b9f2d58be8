import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../db/open-database.ts';
import type { MessageFromWorker, MessageToWorker, WorkerStart } from './job-types.ts';
import { runJob } from './run-job.ts';

/** One job in a thread of its own, with a connection of its own: the service's event loop stays free. */
const PROGRESS_EVERY_MS = 100;

const tell = (message: MessageFromWorker): void => {
  parentPort?.postMessage(message);
};

const { settings, job } = workerData as WorkerStart;
const stop = new AbortController();
parentPort?.on('message', (message: MessageToWorker) => {
  if (message.say === 'cancel') stop.abort(new Error('Cancelled.'));
});

const db = await openDatabase(settings.location);
let told = 0;
const outcome = await runJob(
  {
    db,
    settings,
    signal: stop.signal,
    onProgress: (progress) => {
      const at = performance.now();
      if (at - told < PROGRESS_EVERY_MS) return;
      told = at;
      tell({ say: 'progress', progress });
    },
  },
  job,
);
await db.close();
tell({ say: 'ended', outcome });
parentPort?.close();
