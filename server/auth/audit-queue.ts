import type { Database } from '../db/database.ts';
import { databaseFailure } from '../db/failure.ts';
import { INTERACTIVE } from '../db/interactive.ts';
import type { Log } from '../log.ts';
import { keepAudit, type AuditEntry } from './audit.ts';

/** More would mean that the database has been held for hours. */
const MOST_WAITING = 10_000;

/** Entries that no transaction of their own request could write: refusals, and imports, whose job holds the database. */
export type AuditQueue = {
  /** Writes an entry as soon as the database is free, after those before it; the request does not wait for it. */
  readonly add: (entry: AuditEntry, at: number) => void;
  /** When all that was added so far is written, or given up. */
  readonly settled: () => Promise<void>;
};

export const createAuditQueue = (db: Database, log: Log): AuditQueue => {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  const write = async (entry: AuditEntry, at: number): Promise<void> => {
    for (;;) {
      try {
        await db.transaction(async (tx) => keepAudit(tx, entry, at), INTERACTIVE);
        return;
      } catch (error) {
        if (databaseFailure(error)?.kind === 'busy') continue;
        log.error({ err: error, entry }, 'not entered in the audit log');
        return;
      }
    }
  };
  return {
    add: (entry, at) => {
      if (waiting >= MOST_WAITING) {
        log.error({ entry }, 'not entered in the audit log: too many wait');
        return;
      }
      waiting += 1;
      last = last.then(async () => {
        await write(entry, at);
        waiting -= 1;
      });
    },
    settled: async () => last,
  };
};
