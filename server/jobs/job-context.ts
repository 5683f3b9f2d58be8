import type { Database } from '../db/database.ts';
import type { Settings } from '../settings.ts';
import type { JobProgress } from './job-types.ts';

/** What a job works with, in whichever thread. */
export type JobContext = {
  readonly db: Database;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
};
