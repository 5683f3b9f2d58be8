import { Worker } from 'node:worker_threads';
import type { Settings } from '../settings.ts';
import type { Job, JobOutcome, JobProgress, MessageFromWorker, MessageToWorker, WorkerStart } from './job-types.ts';

const WORKER = new URL('./start-worker.mjs', import.meta.url);

/** A thread died while it ran a job. */
export class ThreadDied extends Error {}

export type JobThread = {
  /** Runs one job at a time. @throws ThreadDied, with what the thread said last; the next job gets a new thread. */
  readonly run: (job: Job, onProgress: (progress: JobProgress) => void) => Promise<JobOutcome>;
  /** Asks the running job to stop. */
  readonly cancel: () => void;
  readonly close: () => Promise<void>;
};

/** A worker thread that is started with the first job and stays for the next ones. */
export const jobThread = (settings: Settings): JobThread => {
  let worker: Worker | null = null;

  const open = (): Worker => {
    if (worker !== null) return worker;
    const start: WorkerStart = { settings };
    const opened = new Worker(WORKER, { workerData: start, execArgv: [] });
    opened.once('exit', () => {
      if (worker === opened) worker = null;
    });
    worker = opened;
    return opened;
  };
  const say = (message: MessageToWorker): void => {
    worker?.postMessage(message);
  };

  return {
    run: async (job, onProgress) => {
      const current = open();
      current.ref();
      return new Promise((resolve, reject) => {
        let fault = '';
        const onMessage = (message: MessageFromWorker): void => {
          if (message.say === 'progress') {
            onProgress(message.progress);
            return;
          }
          leave();
          /* An idle thread keeps no process alive. */
          current.unref();
          resolve(message.outcome);
        };
        const onError = (error: Error): void => {
          fault = error.stack ?? error.message;
        };
        const onExit = (code: number): void => {
          leave();
          reject(new ThreadDied(fault === '' ? `The thread ended with code ${code}.` : fault));
        };
        const leave = (): void => {
          current.off('message', onMessage);
          current.off('error', onError);
          current.off('exit', onExit);
        };
        current.on('message', onMessage);
        current.on('error', onError);
        current.on('exit', onExit);
        say({ say: 'run', job });
      });
    },
    cancel: () => {
      say({ say: 'cancel' });
    },
    close: async () => {
      await worker?.terminate();
    },
  };
};
