import type { Database } from './db/database.ts';
import type { LiveChannel } from './live/live-channel.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

/** What the service needs to know of the running jobs; the job queue itself is `server/jobs`. */
export type JobState = {
  /** An import, undo or rebuild is running or waiting. */
  readonly busy: () => boolean;
};

/**
 * All that a verb of the service works with: `getHealth(ctx)`, `getObservations(ctx, query)`. Nothing global, no clock
 * of its own, so a test hands in a temporary database and a fixed time.
 */
export type ServiceContext = {
  readonly db: Database;
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
  readonly settings: Settings;
  readonly log: Log;
  readonly live: LiveChannel;
  /** Build of service and app. */
  readonly build: string;
  readonly jobs: JobState;
};
