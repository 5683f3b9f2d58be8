import type { ServiceContext } from '../context.ts';
import type { ImportJobs } from '../jobs/import-jobs.ts';

/** The context of verbs that import: they need the queue itself, not only whether it is busy. */
export type ImportContext = Pick<ServiceContext, 'db' | 'clock' | 'settings'> & { readonly jobs: ImportJobs };
