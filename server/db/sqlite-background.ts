import { Worker } from 'node:worker_threads';
import type { SqlRow, SqlValue } from './database.ts';
import { asFailure } from './failure.ts';

type Answer =
  | { readonly id: number; readonly rows: readonly SqlRow[] }
  | { readonly id: number; readonly message: string; readonly code?: string };

type Waiting = { readonly resolve: (rows: readonly SqlRow[]) => void; readonly reject: (error: unknown) => void };

export type BackgroundReader = {
  readonly all: (text: string, named: ReadonlyArray<Readonly<Record<string, SqlValue>>>) => Promise<readonly SqlRow[]>;
  readonly close: () => Promise<void>;
};

/** Reads in a thread of its own, started with the first query; while none runs it does not keep the process alive. */
export const sqliteBackground = (file: string): BackgroundReader => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const failAll = (error: unknown): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(asFailure(error));
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./sqlite-reader.mjs', import.meta.url), { workerData: { file }, execArgv: [] });
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if ('rows' in answer) asked?.resolve(answer.rows);
      else asked?.reject(asFailure(Object.assign(new Error(answer.message), { code: answer.code })));
    });
    /* What a thread dies of arrives as a copy that need not be an error any more. */
    started.on('error', (error: unknown) => failAll(new Error('The reading thread died.', { cause: error })));
    started.on('exit', () => failAll(new Error('The reading thread ended.')));
    return started;
  };

  return {
    all: async (text, named) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: lastId, text, named });
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
};
