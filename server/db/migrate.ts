import type { Database, Dialect } from './database.ts';
import { DatabaseFailure } from './failure.ts';
import * as records from './migrations/0001-records.ts';
import * as reviews from './migrations/0002-reviews.ts';
import * as goals from './migrations/0003-goals.ts';
import * as lineCauses from './migrations/0004-line-causes.ts';
import * as people from './migrations/0005-people.ts';
import * as displays from './migrations/0006-displays.ts';

export type Migration = {
  readonly name: string;
  /** By dialect where one SQL does not do for both. */
  readonly statements: readonly string[] | ((dialect: Dialect) => readonly string[]);
};

/** In the order in which they run; a name once released never changes. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-records', statements: records.statements },
  { name: '0002-reviews', statements: reviews.statements },
  { name: '0003-goals', statements: goals.statements },
  { name: '0004-line-causes', statements: lineCauses.statements },
  { name: '0005-people', statements: people.statements },
  { name: '0006-displays', statements: displays.statements },
];

export type MigrateOptions = {
  readonly migrations?: readonly Migration[];
  /** Called once before the first change of a database that holds something, with the migrations that it has. */
  readonly before?: (applied: readonly string[]) => Promise<void>;
};

/**
 * Brings a database to this version of the code: forward only, each migration in a transaction of its own.
 * @throws DatabaseFailure of kind `newer` where the database holds a migration that this code does not know.
 * @returns the names of the migrations that ran.
 */
export const migrate = async (
  db: Database,
  at: number,
  { migrations = MIGRATIONS, before }: MigrateOptions = {},
): Promise<readonly string[]> => {
  const ran: string[] = [];
  await db.transaction(async (tx) => {
    await tx.exec(`create table if not exists migrations (name text primary key, applied_at bigint not null)`);
  });
  const applied = await db.all<{ name: string }>(`select name from migrations order by name`);
  const unknown = applied.find(({ name }) => !migrations.some((migration) => migration.name === name));
  if (unknown !== undefined) {
    throw new DatabaseFailure(
      'newer',
      `The database was written by a newer version of Kept (it has the migration "${unknown.name}"). ` +
        'Update Kept, or open another data folder.',
    );
  }
  const names = applied.map(({ name }) => name);
  if (names.length > 0 && migrations.some(({ name }) => !names.includes(name))) await before?.(names);
  for (const migration of migrations) {
    await db.transaction(async (tx) => {
      /* Another process may have run it between the look above and this lock. */
      const found = await tx.all(`select name from migrations where name = $1`, [migration.name]);
      if (found.length > 0) return;
      const { statements } = migration;
      for (const statement of typeof statements === 'function' ? statements(db.dialect) : statements)
        await tx.exec(statement);
      await tx.exec(`insert into migrations (name, applied_at) values ($1, $2)`, [migration.name, at]);
      ran.push(migration.name);
    });
  }
  return ran;
};
