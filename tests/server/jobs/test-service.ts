import type { Hono } from 'hono';
import { createApp } from '../../../server/app.ts';
import { createContext, type ServiceContext } from '../../../server/context.ts';
import { createImportJobs, type ImportJobs } from '../../../server/jobs/import-jobs.ts';
import { markDied } from '../../../server/jobs/recover-imports.ts';
import { createLog } from '../../../server/log.ts';
import { importRoutes } from '../../../server/routes/imports.ts';
import { sampleRoute } from '../../../server/routes/sample.ts';
import { NOW, type TestFolder, withDatabase } from '../importing/test-database.ts';

export type TestService = TestFolder & {
  readonly app: Hono;
  readonly ctx: ServiceContext;
  readonly jobs: ImportJobs;
  readonly announced: readonly number[];
  readonly request: (method: string, path: string, body?: string | Uint8Array) => Promise<Response>;
};

/** Runs with the service's app over a database of its own, jobs in real worker threads. */
export const withService = async <Result>(
  work: (service: TestService) => Promise<Result>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Result> =>
  withDatabase(async (test) => {
    const log = createLog('silent');
    const announced: number[] = [];
    const jobs = createImportJobs({
      db: test.db,
      settings: test.settings,
      log,
      announce: (version) => {
        announced.push(version);
      },
      onCrash: async (id) => markDied(test.db, id, NOW),
    });
    const ctx = createContext({ db: test.db, clock: () => NOW, settings: test.settings, log, build: 'test', jobs });
    const app = createApp(ctx, { routes: [importRoutes(jobs), sampleRoute(jobs)] });
    const request = async (method: string, path: string, body?: string | Uint8Array): Promise<Response> =>
      app.request(`http://127.0.0.1${path}`, {
        method,
        headers: { host: '127.0.0.1' },
        ...(body === undefined ? {} : { body: new Blob([body as BlobPart]).stream(), duplex: 'half' }),
      });
    try {
      return await work({ ...test, app, ctx, jobs, announced, request });
    } finally {
      await jobs.close();
    }
  }, environment);

/** `order_id,customer_id,ordered_at` rows. */
export const ordersCsv = (count: number, prefix = 'o'): string =>
  [
    'order_id,customer_id,ordered_at',
    ...Array.from(
      { length: count },
      (_, index) => `${prefix}${index},c${index % 97},2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
    ),
    '',
  ].join('\n');
