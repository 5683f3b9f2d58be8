import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a column can hold on both databases. Booleans are 0/1, JSON is text, time is whole numbers. */
export type SqlValue = string | number | null;

/** A result row by column name. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

export type Dialect = 'sqlite' | 'postgres';

/**
 * Raw SQL text that runs on both databases, one statement a call. Parameters are `$1`, `$2` … and may be repeated.
 *
 * On SQLite a number parameter is bound as a double: compared with or stored in a column it becomes a whole number
 * again, but `$1 / 7` is not integer division. Where a parameter takes part in arithmetic, write `cast($1 as bigint)`
 * (PostgreSQL also wants the cast to know the type), or put the whole number into the text.
 */
export type Sql = {
  readonly dialect: Dialect;
  /** Runs a statement that returns no rows (DDL, insert, update, delete); answers how many rows it changed. */
  readonly exec: (text: string, parameters?: readonly SqlValue[]) => Promise<number>;
  /** Runs a statement that returns rows (`select`, `returning`). int8, numeric and sums come back as numbers. */
  readonly all: <Row = SqlRow>(text: string, parameters?: readonly SqlValue[]) => Promise<readonly Row[]>;
};

/**
 * A write transaction on a connection of its own. Nothing of it is seen by readers until `work` has ended; whatever
 * `work` throws rolls all of it back and is thrown on. There is one writer at a time, on both databases.
 */
export type Transaction = Sql & {
  /** Kysely on this transaction's connection. */
  readonly kysely: Kysely<Schema>;
  /**
   * Creates a temporary table that lives until the transaction ends: `createTemp('touched', 'order_id text not null')`.
   * SQLite keeps it in a file with a bounded cache, so that its size costs no memory.
   */
  readonly createTemp: (name: string, columns: string) => Promise<void>;
  /** Creates a temporary table from a query: `createTempAs('touched', 'select distinct order_id from stage_claims')`. */
  readonly createTempAs: (name: string, select: string) => Promise<void>;
  /**
   * Inserts many rows at the speed of the driver (prepared multi-row inserts, COPY). Rows hold the values in the
   * order of `columns`. Constraints hold as in an insert. Hand over some thousand rows a call.
   */
  readonly insertRows: (
    table: string,
    columns: readonly string[],
    rows: ReadonlyArray<readonly SqlValue[]>,
  ) => Promise<void>;
};

export type TransactionOptions = {
  /** How long to wait for another writer to end, in milliseconds; then a `DatabaseFailure` of kind `busy`. Default 30 s. */
  readonly waitMs?: number;
};

/** An open database. `all`, `exec` and `kysely` outside of a transaction see committed data only. */
export type Database = Sql & {
  readonly kysely: Kysely<Schema>;
  /**
   * Reads of committed data that may take long, such as the records behind a figure: on SQLite they run in a thread of
   * their own, so that the event loop does not wait. For `all`; `exec` is refused.
   */
  readonly background: Sql;
  readonly transaction: <Result>(
    work: (tx: Transaction) => Promise<Result>,
    options?: TransactionOptions,
  ) => Promise<Result>;
  /**
   * Calls `listener` with the data version whenever any process committed one (see `data-version.ts`). PostgreSQL
   * carries it by LISTEN/NOTIFY; on SQLite there is one service per folder, which knows its own changes: never called.
   * `onDisplay` likewise, with the id of a display of which something moved (see `display-notice.ts`).
   */
  readonly listen: (
    listener: (dataVersion: number) => void,
    onDisplay?: (displayId: string) => void,
  ) => Promise<() => Promise<void>>;
  /** Waits for running transactions, moves the write-ahead log into the database, closes. */
  readonly close: () => Promise<void>;
};
