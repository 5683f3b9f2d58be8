import { RECORD_KINDS } from '../../../src/domain/catalogue-types.ts';
import type { Sql } from '../../../server/db/database.ts';
import { RECORD_TABLES } from '../../../server/records/record-tables.ts';

const OTHER_TABLES = ['import_changes', 'coverage', 'observations', 'restatements'] as const;

/** All rows of a table as text, sorted, so that physical order does not matter. */
export const tableDump = async (db: Sql, table: string): Promise<readonly string[]> =>
  (await db.all(`select * from ${table}`)).map((row) => JSON.stringify(row)).sort();

/** Every table but `imports`, `settings` and `migrations`. */
export const databaseDump = async (db: Sql): Promise<Readonly<Record<string, readonly string[]>>> => {
  const tables = [...RECORD_KINDS.map((kind) => RECORD_TABLES[kind].table), ...OTHER_TABLES];
  const dumps: Array<[string, readonly string[]]> = [];
  for (const table of tables) dumps.push([table, await tableDump(db, table)]);
  return Object.fromEntries(dumps);
};

/** Empties every table, for the next run of a property. */
export const emptyDatabase = async (db: Sql): Promise<void> => {
  const tables = [...RECORD_KINDS.map((kind) => RECORD_TABLES[kind].table), ...OTHER_TABLES, 'settings'];
  for (const table of tables) await db.exec(`delete from ${table}`);
};
