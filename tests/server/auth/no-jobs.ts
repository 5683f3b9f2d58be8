import type { Database } from '../../../server/db/database.ts';
import type { ImportJobs } from '../../../server/jobs/import-jobs.ts';

/** A queue that takes nothing: what gets past the guard ends here. */
export const NO_JOBS: ImportJobs = {
  busy: () => true,
  add: () => undefined,
  nextId: () => Promise.resolve(1),
  report: () => null,
  waiting: () => [],
  progress: () => null,
  watch: () => () => undefined,
  cancel: () => false,
  ended: () => null,
  close: () => Promise.resolve(),
};

/** What a request could change; sessions, last uses and the audit log move by asking alone. */
const TABLES = [
  ...['annotations', 'annotation_events', 'minutes', 'minute_versions', 'reviews', 'goals', 'goal_versions'],
  ...['improvements', 'improvement_versions', 'imports', 'invitations', 'credentials', 'identities', 'settings'],
  ...['teams', 'orders', 'observations', 'pairings'],
];

const WITHOUT_LAST_USE = [
  'select display_id, words, revision, command_id, command, command_at, revoked_at from displays order by display_id',
  'select person_id, email, name, role, teams, records, state, revision from people order by person_id',
  'select key_id, name, kinds, secret_hash, revoked_at from api_keys order by key_id',
];

/** All of it as one text, to compare. */
export const dumpOf = async (db: Database): Promise<string> => {
  const found = [];
  for (const table of TABLES) found.push(await db.all(`select * from ${table}`));
  for (const query of WITHOUT_LAST_USE) found.push(await db.all(query));
  return JSON.stringify(found);
};
