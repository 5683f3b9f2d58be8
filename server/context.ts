import { createCondition, type Condition } from './condition/condition.ts';
import { observeDatabase } from './condition/observe-database.ts';
import type { Database } from './db/database.ts';
import { createLiveChannel, type LiveChannel } from './live/live-channel.ts';
import type { Log } from './log.ts';
import { createDataReader, type DataReader } from './services/data-reader.ts';
import type { Settings } from './settings.ts';

/** What the service needs to know of the running jobs; the job queue itself is `server/jobs`. */
export type JobState = {
  /** An import, undo or rebuild is running or waiting. */
  readonly busy: () => boolean;
};

/**
 * All that a verb of the service works with: `getHealth(ctx, …)`. Nothing global, no clock of its own, so a test hands
 * in a temporary database and a fixed time.
 */
export type ServiceContext = {
  readonly db: Database;
  /** Now, in epoch milliseconds. */
  readonly clock: () => number;
  readonly settings: Settings;
  readonly log: Log;
  readonly live: LiveChannel;
  /** The figures of the committed data version, held in memory. */
  readonly data: DataReader;
  /** Build of service and app. */
  readonly build: string;
  readonly jobs: JobState;
  /** What keeps the service from working as it should, if anything. */
  readonly condition: Condition;
};

export type ContextParts = Pick<ServiceContext, 'db' | 'clock' | 'settings' | 'log' | 'build' | 'jobs'>;

/** Completes a context with what follows from its parts. */
export const createContext = (parts: ContextParts): ServiceContext => {
  const condition = createCondition(parts.log, parts.clock);
  const db = observeDatabase(parts.db, condition);
  return { ...parts, db, condition, live: createLiveChannel(), data: createDataReader(db) };
};
