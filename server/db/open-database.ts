import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** Where the records are: a data folder, or a PostgreSQL server. Plain data, so that it can be handed to a worker. */
export type DatabaseLocation =
  { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'postgres'; readonly url: string };

/**
 * Opens a database; does not migrate (see `migrate.ts`). Each thread opens its own.
 * @throws DatabaseFailure where it cannot be reached or written.
 */
export const openDatabase = async (location: DatabaseLocation): Promise<Database> =>
  location.kind === 'sqlite' ? openSqlite(location.folder) : openPostgres(location.url);
