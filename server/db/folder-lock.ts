import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { asFailure, DatabaseFailure } from './failure.ts';

const LOCK_FILE = 'kept.lock';

/** Why a folder cannot be used, naming it: it is the first thing that a start touches. */
const withPlace = (folder: string, error: unknown, failure: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const kind = failure instanceof DatabaseFailure ? failure.kind : null;
  if (kind === 'disk-full') {
    return new DatabaseFailure(
      kind,
      `The disk of the data folder ${folder} is full. Make room, then start Kept again.`,
      error,
    );
  }
  if (kind === null && !['ENOENT', 'ENOTDIR', 'EEXIST'].includes(code)) return failure;
  return new DatabaseFailure(
    'read-only',
    `The data folder ${folder} cannot be written (${code}). Check that it is a folder which the user who runs Kept may write, or name another one with DATA_DIR.`,
    error,
  );
};

/**
 * Takes the exclusive lock of a data folder, or answers null where another process has it. It is a lock of the operating
 * system on an empty SQLite file: it goes with the process, however that ends, so there is never a stale one.
 * @throws DatabaseFailure where the folder cannot be written.
 */
export const takeFolderLock = (folder: string): (() => void) | null => {
  let connection: SqliteConnection.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    connection = new SqliteConnection(join(folder, LOCK_FILE), { timeout: 0 });
    /* Without a journal file beside it; the lock is held until the connection closes. */
    connection.pragma('journal_mode = memory');
    connection.pragma('locking_mode = exclusive');
    connection.exec('begin exclusive');
    const held = connection;
    return () => {
      held.close();
    };
  } catch (error) {
    connection?.close();
    const failure = asFailure(error);
    if (failure instanceof DatabaseFailure && failure.kind === 'busy') return null;
    throw withPlace(folder, error, failure);
  }
};
