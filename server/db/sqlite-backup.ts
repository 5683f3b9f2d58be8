import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { VERSION_KEY } from './data-version.ts';
import type { CopiedDatabase } from './database-copy.ts';
import { asFailure, DatabaseFailure } from './failure.ts';
import { SQLITE_FILE } from './sqlite.ts';

/** 40 MB at a time: the event loop hears a signal in between. */
const PAGES_A_STEP = 10_000;

const openSource = (folder: string): SqliteConnection.Database => {
  const file = join(folder, SQLITE_FILE);
  if (!existsSync(file)) {
    throw new DatabaseFailure('unavailable', `There is no database in ${folder}. DATA_DIR names the data folder.`);
  }
  return new SqliteConnection(file, { readonly: true, fileMustExist: true, timeout: 5000 });
};

/** How large the copy of a data folder's database will be. */
export const sqliteBytes = (folder: string): number => {
  const source = openSource(folder);
  try {
    return Number(source.pragma('page_count', { simple: true })) * Number(source.pragma('page_size', { simple: true }));
  } finally {
    source.close();
  }
};

/**
 * Copies a data folder's database while others read and write it: SQLite's online backup within one read transaction, so
 * that the copy is of one moment and a commit in between does not begin it anew
 * (https://sqlite.org/backup.html, https://sqlite.org/isolation.html).
 */
export const copySqlite = async (folder: string, target: string, signal?: AbortSignal): Promise<void> => {
  const source = openSource(folder);
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(target, {
      progress: () => {
        signal?.throwIfAborted();
        return PAGES_A_STEP;
      },
    });
  } catch (error) {
    throw asFailure(error);
  } finally {
    source.close();
  }
};

const MOST_FINDINGS = 3;

/**
 * Looks a copy through, every page (`quick`) or every page and index, and its foreign keys; answers what it holds.
 * Nothing else may have it open.
 * @throws DatabaseFailure of kind `damaged`
 */
export const checkSqliteCopy = (file: string, how: 'quick' | 'whole'): CopiedDatabase => {
  const damaged = (found: readonly string[]): DatabaseFailure =>
    new DatabaseFailure(
      'damaged',
      `The copied database is damaged (${found.slice(0, MOST_FINDINGS).join('; ')}). Keep the older backups, and restore the newest one that is whole.`,
    );
  let copy: SqliteConnection.Database | undefined;
  try {
    copy = new SqliteConnection(file, { fileMustExist: true });
    const check = how === 'quick' ? 'quick_check' : 'integrity_check';
    const found = (copy.pragma(`${check}(${MOST_FINDINGS})`) as ReadonlyArray<Record<string, string>>).map(
      (row) => row[check] ?? '',
    );
    if (found.join() !== 'ok') throw damaged(found);
    const strays = copy.pragma('foreign_key_check') as ReadonlyArray<{ readonly table: string }>;
    if (strays.length > 0) throw damaged(strays.map(({ table }) => `a row of ${table} refers to none`));
    const migrations = copy.prepare('select name from migrations order by name').pluck().all() as string[];
    const version = copy.prepare('select value from settings where key = ?').pluck().get(VERSION_KEY);
    return { migrations, dataVersion: Number(version ?? 0) };
  } catch (error) {
    const failure = asFailure(error);
    throw failure instanceof DatabaseFailure && failure.kind === 'damaged' && failure !== error
      ? damaged([error instanceof Error ? error.message : String(error)])
      : failure;
  } finally {
    copy?.close();
    for (const side of ['-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
  }
};
