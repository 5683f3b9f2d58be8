import type { ImportProgress } from '../../src/contract/imports.ts';
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { NewImport } from '../importing/import-row.ts';
import type { MappingChoice } from '../importing/resolve-mapping.ts';
import type { Settings } from '../settings.ts';

/** Work that changes records; plain data, so that it can be handed to a worker. */
export type Job =
  | {
      readonly does: 'import';
      readonly id: number;
      /** How it is entered in the list of imports when it starts. */
      readonly entry: NewImport;
      readonly path: string;
      readonly choice: MappingChoice;
      readonly covers: string | null;
      readonly strict: boolean;
      /** The service's clock when the job was asked for, epoch milliseconds. */
      readonly now: number;
      /** The file is a copy of Kept's own and is removed when the job has ended. */
      readonly removeFile: boolean;
    }
  | { readonly does: 'undo'; readonly id: number; readonly now: number }
  | { readonly does: 'sample'; readonly id: number; readonly entry: NewImport; readonly now: number };

/** How a job ended. The report stands in the `imports` table either way. */
export type JobOutcome =
  | { readonly ended: 'done'; readonly dataVersion: number }
  | { readonly ended: 'cancelled' }
  | { readonly ended: 'failed'; readonly code: ErrorCode; readonly message: string; readonly cause: string | null };

export type JobProgress = {
  readonly phase: ImportProgress['phase'];
  readonly rowsRead: number;
  readonly fraction: number | null;
};

/** What the worker is started with. */
export type WorkerStart = { readonly settings: Settings };

export type MessageToWorker = { readonly say: 'run'; readonly job: Job } | { readonly say: 'cancel' };
export type MessageFromWorker =
  | { readonly say: 'progress'; readonly progress: JobProgress }
  | { readonly say: 'ended'; readonly outcome: JobOutcome };
