import { createContext, type ServiceContext } from '../../../server/context.ts';
import type { Database } from '../../../server/db/database.ts';
import { createLog } from '../../../server/log.ts';
import { readSettings } from '../../../server/settings.ts';

/** A context of the service on a test database, with the settings of the test organisation and a clock of the test's own. */
export const contextOn = (
  db: Database,
  clock: () => number,
  environment: Readonly<Record<string, string>> = {},
): ServiceContext =>
  createContext({
    db,
    clock,
    settings: readSettings({
      ...{ KEPT_TIME_ZONE: 'Europe/Madrid', KEPT_ORGANISATION: 'Test', LOG_LEVEL: 'silent' },
      ...environment,
    }),
    passwordCost: { logN: 8, r: 8, p: 1 },
    log: createLog('silent'),
    build: 'test',
    jobs: { busy: () => false },
  });

/** The same database, on which every write fails when all of it is done: a disk that is full at the commit. */
export const failingAtCommit = (db: Database): Database => ({
  ...db,
  transaction: async (work, options) =>
    db.transaction(async (tx) => {
      await work(tx);
      throw new Error('the disk is full');
    }, options),
});
