import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, SqlValue, Transaction, TransactionOptions } from './database.ts';
import { asFailure, DatabaseFailure } from './failure.ts';
import { postgresRowInserter } from './postgres-copy.ts';
import { listenForVersions } from './postgres-listen.ts';
import { transactionStatistics } from './postgres-statistics.ts';
import type { Schema } from './schema.ts';

/** One writer at a time, as on SQLite: every write transaction holds this advisory lock to its end. */
const WRITER_LOCK = 7_401_970;

const OID = { int8: 20, date: 1082, numeric: 1700 } as const;
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [OID.int8, Number],
  [OID.numeric, Number],
  [OID.date, String],
]);

/** int8 and numeric (sums of int8) as numbers: every stored whole number is below 2^53. Dates stay text. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    PARSERS.get(oid) ?? (pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => unknown)(oid, format),
};

type Queryable = Pick<pg.ClientBase, 'query'>;

const sqlOf = (connection: Queryable) => ({
  dialect: 'postgres' as const,
  exec: async (text: string, parameters: readonly SqlValue[] = []) => {
    try {
      return (await connection.query(text, [...parameters])).rowCount ?? 0;
    } catch (error) {
      throw asFailure(error);
    }
  },
  all: async <Row>(text: string, parameters: readonly SqlValue[] = []) => {
    try {
      return (await connection.query(text, [...parameters])).rows as Row[];
    } catch (error) {
      throw asFailure(error);
    }
  },
});

/** Kysely on one client: its pool hands out that client and never ends it. */
const kyselyOnClient = (client: pg.PoolClient): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: {
        connect: () => Promise.resolve({ query: client.query.bind(client), release: () => undefined }),
        end: () => Promise.resolve(),
      },
    }),
  });

/** As `sqlOf`, with the planner's statistics kept in step with what the transaction writes. */
const sqlInTransaction = (client: pg.PoolClient) => {
  const plain = sqlOf(client);
  const statistics = transactionStatistics(async (text, parameters = []) => client.query(text, [...parameters]));
  return {
    plain,
    statistics,
    sql: {
      dialect: plain.dialect,
      exec: async (text: string, parameters?: readonly SqlValue[]) => {
        await statistics.refresh();
        const rows = await plain.exec(text, parameters);
        statistics.wrote(text, rows);
        return rows;
      },
      all: async <Row>(text: string, parameters?: readonly SqlValue[]) => {
        await statistics.refresh();
        return plain.all<Row>(text, parameters);
      },
    },
  };
};

const runTransaction = async <Result>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<Result>,
  options: TransactionOptions | undefined,
): Promise<Result> => {
  const client = await pool.connect().catch((error: unknown) => {
    throw asFailure(error);
  });
  const { plain, sql, statistics } = sqlInTransaction(client);
  const insertRows = postgresRowInserter(client);
  let broken: Error | undefined;
  try {
    await plain.exec('begin');
    await plain.exec(`set local lock_timeout = ${Math.max(1, Math.round(options?.waitMs ?? 30_000))}`);
    await plain.all(`select pg_advisory_xact_lock(${WRITER_LOCK})`);
    await plain.exec('set local lock_timeout = 0');
    const result = await work({
      ...sql,
      kysely: kyselyOnClient(client),
      createTemp: async (name, columns) => {
        await plain.exec(`create temp table ${name} (${columns}) on commit drop`);
      },
      createTempAs: async (name, select) => {
        statistics.filled(name, await sql.exec(`create temp table ${name} on commit drop as ${select}`));
      },
      insertRows: async (table, columns, rows) => {
        await insertRows(table, columns, rows);
        statistics.filled(table, rows.length);
      },
    });
    await plain.exec('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: unknown) => {
      broken = failed instanceof Error ? failed : new Error(String(failed));
    });
    throw asFailure(error);
  } finally {
    client.release(broken);
  }
};

/** Opens a PostgreSQL database by its URL; a pool for reading, one connection of it for the writer. */
export const openPostgres = async (url: string): Promise<Database> => {
  const config: pg.PoolConfig = {
    connectionString: url,
    max: 8,
    types,
    connectionTimeoutMillis: 10_000,
    options: '-c jit=off',
    application_name: 'kept',
  };
  const pool = new pg.Pool(config);
  /* An idle connection that breaks is replaced by the pool; unheard, the event would end the process. */
  pool.on('error', () => undefined);
  /* One that breaks between two statements of a transaction tells its next statement; the event is not needed either. */
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw asFailure(error);
  }
  return {
    ...sqlOf(pool),
    kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    background: { ...sqlOf(pool), exec: async () => Promise.reject(new DatabaseFailure('read-only')) },
    transaction: async (work, options) => runTransaction(pool, work, options),
    listen: async (listener, onDisplay) => listenForVersions(config, listener, onDisplay),
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  };
};
