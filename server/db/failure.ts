/**
 * A failure of the database that a person can do something about. Everything else (a wrong statement, a broken
 * constraint) is a bug and stays the driver's own error.
 */
export type DatabaseFailureKind = 'disk-full' | 'busy' | 'unavailable' | 'newer' | 'read-only' | 'damaged';

const SENTENCES: Readonly<Record<DatabaseFailureKind, string>> = {
  'disk-full': 'The disk that holds the database is full. Nothing was changed. Make room and try again.',
  busy: 'Another import is writing at the moment. Try again when it has ended.',
  unavailable: 'The database does not answer. Check that it runs and that its address is right.',
  newer: 'The database was written by a newer version of Kept. Update Kept, or open another data folder.',
  'read-only': 'The database cannot be written. Check the permissions of the data folder.',
  damaged:
    'The database file is damaged. Stop Kept, keep the file for whoever looks into it, and restore the newest backup ' +
    'into a new folder (npm run restore; docs/operations.md).',
};

export class DatabaseFailure extends Error {
  readonly kind: DatabaseFailureKind;

  constructor(kind: DatabaseFailureKind, message: string = SENTENCES[kind], cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseFailure';
    this.kind = kind;
  }
}

/**
 * The kind of failure by the driver's code: SQLite result codes (https://sqlite.org/rescode.html), PostgreSQL
 * SQLSTATE (https://www.postgresql.org/docs/15/errcodes-appendix.html), socket errors of Node.
 */
const KIND_BY_CODE: ReadonlyArray<readonly [RegExp, DatabaseFailureKind]> = [
  [/^SQLITE_FULL|^53100$|^ENOSPC$/, 'disk-full'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED|^55P03$|^40P01$/, 'busy'],
  [/^SQLITE_READONLY|^25006$|^EROFS$|^EACCES$|^EPERM$/, 'read-only'],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^XX00[12]$/, 'damaged'],
  [
    /^SQLITE_CANTOPEN|^SQLITE_IOERR|^08|^57P0|^3D000$|^28|^53300$|^ECONN|^ENOTFOUND$|^EPIPE$|^ETIMEDOUT$/,
    'unavailable',
  ],
];

const CONNECTION_MESSAGES = /Connection terminated|timeout exceeded when trying to connect|Client has encountered/;

/** The failure that an error stands for, or null where it is something else. */
export const databaseFailure = (error: unknown): DatabaseFailure | null => {
  if (error instanceof DatabaseFailure) return error;
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const kind = KIND_BY_CODE.find(([pattern]) => code !== '' && pattern.test(code))?.[1];
  if (kind !== undefined) return new DatabaseFailure(kind, undefined, error);
  return CONNECTION_MESSAGES.test(error.message) ? new DatabaseFailure('unavailable', undefined, error) : null;
};

/** The error to throw on: a `DatabaseFailure` where the driver's error is one. */
export const asFailure = (error: unknown): unknown => databaseFailure(error) ?? error;

/** Runs what a driver does at once, as a promise: what it throws becomes a rejection, as a `DatabaseFailure` where it is one. */
export const attempt = <Result>(work: () => Result): Promise<Result> =>
  new Promise<Result>((resolve) => {
    resolve(work());
  }).catch((error: unknown) => {
    throw asFailure(error);
  });
