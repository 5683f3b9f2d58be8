import pg from 'pg';
import { VERSION_KEY } from './data-version.ts';
import type { CopiedDatabase } from './database-copy.ts';
import { asFailure, DatabaseFailure } from './failure.ts';
import { runPostgresProgram } from './postgres-programs.ts';

const withClient = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'kept backup',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw asFailure(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const contentsOf = async (client: pg.Client): Promise<CopiedDatabase> => {
  const migrations = await client.query<{ name: string }>('select name from migrations order by name');
  const version = await client.query<{ value: string }>('select value from settings where key = $1', [VERSION_KEY]);
  return { migrations: migrations.rows.map(({ name }) => name), dataVersion: Number(version.rows[0]?.value ?? 0) };
};

/** How many bytes the database takes: more than its dump. */
export const postgresBytes = async (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
    return Number(rows[0]?.bytes ?? 0);
  });

/**
 * Dumps a database to a file in pg_dump's custom format while others write it. The dump and what is told of it are of one
 * snapshot. Not compressed: the archive is.
 */
export const dumpPostgres = async (url: string, target: string, signal?: AbortSignal): Promise<CopiedDatabase> =>
  withClient(url, async (client) => {
    const tables = await client.query<{ found: string | null }>(`select to_regclass('migrations') as found`);
    if (tables.rows[0]?.found == null) {
      throw new DatabaseFailure(
        'unavailable',
        'The database of DATABASE_URL holds nothing of Kept: nothing to back up.',
      );
    }
    await client.query('begin transaction isolation level repeatable read read only');
    const snapshot = await client.query<{ id: string }>('select pg_export_snapshot() as id');
    const contents = await contentsOf(client);
    await runPostgresProgram(
      'pg_dump',
      url,
      [
        '--format=custom',
        '--compress=0',
        '--no-owner',
        '--no-privileges',
        `--snapshot=${snapshot.rows[0]?.id ?? ''}`,
        `--file=${target}`,
      ],
      signal,
    );
    return contents;
  });

/** The tables of a database, other than the system's own. */
export const postgresTables = async (url: string): Promise<readonly string[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    return rows.map(({ name }) => name);
  });

/** Restores a dump into an empty database, all of it or nothing, and tells what the database then holds. */
export const restorePostgres = async (url: string, dump: string, signal?: AbortSignal): Promise<CopiedDatabase> => {
  await runPostgresProgram(
    'pg_restore',
    url,
    ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error', dump],
    signal,
  );
  return withClient(url, async (client) => {
    await client.query('analyze');
    return contentsOf(client);
  });
};
