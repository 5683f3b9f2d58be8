import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import SqliteConnection from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database, SqlValue, Transaction, TransactionOptions } from './database.ts';
import { asFailure, attempt, DatabaseFailure } from './failure.ts';
import type { Schema } from './schema.ts';
import { sqliteBackground } from './sqlite-background.ts';
import { sqliteRowInserter } from './sqlite-insert.ts';

export const SQLITE_FILE = 'kept.db';

/* Twice as much made the import of a million rows no faster, and its process 80 MB larger (275 MB as it is). */
const CACHE_KIB = { reading: 16_384, writing: 32_768, temporary: 16_384 } as const;
const BUSY_RETRY_MS = 15;

const connect = (folder: string, role: 'reading' | 'writing'): SqliteConnection.Database => {
  const connection = new SqliteConnection(join(folder, SQLITE_FILE));
  connection.pragma('journal_mode = wal');
  connection.pragma('synchronous = full');
  /* A waiting driver would hold the event loop: readers never wait in WAL, and writers retry below without blocking. */
  connection.pragma(`busy_timeout = ${role === 'reading' ? 2000 : 0}`);
  connection.pragma('temp_store = file');
  connection.pragma(`cache_size = -${CACHE_KIB[role]}`);
  connection.pragma(`temp.cache_size = -${CACHE_KIB.temporary}`);
  connection.pragma('foreign_keys = off');
  return connection;
};

/** `$1` is a named parameter to SQLite: it is bound by its name. */
const bound = (parameters: readonly SqlValue[]): Array<Record<string, SqlValue>> =>
  parameters.length === 0 ? [] : [Object.fromEntries(parameters.map((value, index) => [String(index + 1), value]))];

const sqlOf = (connection: SqliteConnection.Database) => ({
  dialect: 'sqlite' as const,
  exec: (text: string, parameters: readonly SqlValue[] = []) =>
    attempt(() => connection.prepare(text).run(...bound(parameters)).changes),
  all: <Row>(text: string, parameters: readonly SqlValue[] = []) =>
    attempt(() => connection.prepare(text).all(...bound(parameters)) as Row[]),
});

const kyselyOn = (connection: SqliteConnection.Database): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection }) });

const beginImmediate = async (connection: SqliteConnection.Database, waitMs: number): Promise<void> => {
  for (let waited = 0; ; waited += BUSY_RETRY_MS) {
    try {
      connection.exec('begin immediate');
      return;
    } catch (error) {
      const failure = asFailure(error);
      if (!(failure instanceof DatabaseFailure) || failure.kind !== 'busy' || waited >= waitMs) throw failure;
    }
    await delay(BUSY_RETRY_MS);
  }
};

/** Opens (and creates) the database of a data folder: one connection for reading, one for writing. */
export const openSqlite = async (folder: string): Promise<Database> => {
  try {
    return await attempt(() => open(folder));
  } catch (error) {
    if (!(error instanceof DatabaseFailure) || error.kind !== 'damaged') throw error;
    throw new DatabaseFailure(
      'damaged',
      `${join(folder, SQLITE_FILE)} is damaged, or no database. Keep it for whoever looks into it, and restore the newest backup into a new folder: DATA_DIR=NEW-FOLDER npm run restore -- FILE (docs/operations.md).`,
      error,
    );
  }
};

const open = (folder: string): Database => {
  mkdirSync(folder, { recursive: true });
  /* Temporary files belong on the disk whose free space is checked, not in a /tmp that may live in memory. */
  process.env['SQLITE_TMPDIR'] ??= folder;
  const reader = connect(folder, 'reading');
  let writer: { readonly connection: SqliteConnection.Database; readonly kysely: Kysely<Schema> } | undefined;
  let previous: Promise<unknown> = Promise.resolve();
  const background = sqliteBackground(join(folder, SQLITE_FILE));

  const runTransaction = async <Result>(
    work: (tx: Transaction) => Promise<Result>,
    options: TransactionOptions | undefined,
  ): Promise<Result> => {
    if (writer === undefined) {
      const opened = connect(folder, 'writing');
      writer = { connection: opened, kysely: kyselyOn(opened) };
    }
    const { connection, kysely } = writer;
    const temporary: string[] = [];
    await beginImmediate(connection, options?.waitMs ?? 30_000);
    const sql = sqlOf(connection);
    try {
      const result = await work({
        ...sql,
        kysely,
        createTemp: async (name, columns) => {
          await sql.exec(`create temp table ${name} (${columns})`);
          temporary.push(name);
        },
        createTempAs: async (name, select) => {
          await sql.exec(`create temp table ${name} as ${select}`);
          temporary.push(name);
        },
        insertRows: sqliteRowInserter(connection),
      });
      for (const name of temporary) await sql.exec(`drop table if exists temp.${name}`);
      connection.exec('commit');
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback');
      throw asFailure(error);
    }
  };

  return {
    ...sqlOf(reader),
    kysely: kyselyOn(reader),
    background: {
      dialect: 'sqlite',
      all: async <Row>(text: string, parameters: readonly SqlValue[] = []) =>
        (await background.all(text, bound(parameters))) as readonly Row[],
      exec: async () => Promise.reject(new DatabaseFailure('read-only')),
    },
    transaction: async (work, options) => {
      const turn = previous.then(
        () => runTransaction(work, options),
        () => runTransaction(work, options),
      );
      previous = turn;
      return turn;
    },
    listen: () => Promise.resolve(() => Promise.resolve()),
    close: async () => {
      await previous.catch(() => undefined);
      await background.close();
      writer?.connection.close();
      if (reader.open) {
        try {
          reader.pragma('wal_checkpoint(truncate)');
        } catch {
          /* Another process still reads: its close moves the log, nothing is lost. */
        }
        reader.close();
      }
    },
  };
};
