import type { Database } from '../../../server/db/database.ts';

/** What each migration after the first one brought, newest first: as it was before is without. */
const BROUGHT = [
  { name: '0006-displays', tables: ['displays', 'display_tokens', 'pairings'], columns: [] },
  {
    name: '0005-people',
    tables: ['people', 'credentials', 'identities', 'sessions', 'invitations', 'api_keys', 'audit'],
    columns: [],
  },
  {
    name: '0003-goals',
    tables: ['goal_versions', 'improvement_versions'],
    columns: [
      ['teams', 'lead'],
      ['goals', 'baseline_week'],
      ['improvements', 'indicator_id'],
      ['improvements', 'team_id'],
      ['minutes', 'expected'],
      ['minutes', 'progress'],
    ],
  },
  { name: '0002-reviews', tables: ['reviews', 'minutes', 'minute_versions', 'annotation_events'], columns: [] },
] as const;

/** Takes a database back to the version of Kept before a migration, its other rows untouched. */
export const migratedBack = async (db: Database, before: (typeof BROUGHT)[number]['name']): Promise<void> => {
  for (const { name, tables, columns } of BROUGHT) {
    for (const [table, column] of columns) await db.exec(`alter table ${table} drop column ${column}`);
    for (const table of tables) await db.exec(`drop table ${table}`);
    if (name === '0005-people' && db.dialect === 'postgres') await db.exec(`drop function audit_append_only`);
    await db.exec(`delete from migrations where name = $1`, [name]);
    if (name === before) return;
  }
};
