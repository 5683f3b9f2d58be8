import type { RegisterRoutes } from '../app.ts';
import { callerOf, nameOf } from '../auth/caller.ts';
import type { ImportJobs } from '../jobs/import-jobs.ts';
import { loadSample } from '../services/load-sample.ts';

/** Loads the sample company; its progress is followed like that of an import. */
export const sampleRoute =
  (jobs: ImportJobs): RegisterRoutes =>
  (app, { db, clock, settings }) => {
    app.post('/api/sample', async (c) =>
      c.json(await loadSample({ db, clock, settings, jobs }, nameOf(callerOf(c).principal)), 202),
    );
  };
