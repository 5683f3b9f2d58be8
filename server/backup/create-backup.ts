import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { databaseFailure, DatabaseFailure } from '../db/failure.ts';
import type { DatabaseLocation } from '../db/open-database.ts';
import { dumpPostgres, postgresBytes } from '../db/postgres-backup.ts';
import { checkSqliteCopy, copySqlite, sqliteBytes } from '../db/sqlite-backup.ts';
import type { CopiedDatabase } from '../db/database-copy.ts';
import { digestOf, packArchive } from './archive.ts';
import { BackupFailure } from './backup-failure.ts';
import { copyBelongings } from './belongings.ts';
import { checkRoom } from './check-room.ts';
import { writeManifest, type Manifest } from './manifest.ts';

/** Within an archive. */
export const DATABASE_FILE = { sqlite: 'kept.db', postgres: 'kept.dump' } as const;

const PART = '.part-';
/** What a killed backup left beside its file is taken away by the next one, once nobody can be at work on it any more. */
const ABANDONED_MS = 24 * 3_600_000;

export type BackupInput = {
  readonly location: DatabaseLocation;
  readonly dataFolder: string;
  /** Where the backup is to stand. Nothing may be there. */
  readonly file: string;
  readonly version: string;
  readonly build: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal?: AbortSignal;
};

export type Backup = Omit<Manifest, 'format'> & { readonly file: string; readonly bytes: number };

const copyDatabase = async ({ location, signal }: BackupInput, target: string): Promise<CopiedDatabase> => {
  if (location.kind === 'postgres') return dumpPostgres(location.url, target, signal);
  await copySqlite(location.folder, target, signal);
  return checkSqliteCopy(target, 'quick');
};

const bytesOf = async (location: DatabaseLocation): Promise<number> =>
  location.kind === 'postgres' ? postgresBytes(location.url) : sqliteBytes(location.folder);

const removeAbandoned = async (file: string, now: number): Promise<void> => {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(file)}${PART}`)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
};

/** A rename is kept by a power cut only once the folder is on the disk. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** What writing beside the file failed of, with the place. */
const toldWithPlace = (error: unknown, folder: string): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT')
    return new BackupFailure(`There is no folder ${folder}. Create it, or name another place.`, error);
  if (code === 'ENOTDIR') return new BackupFailure(`${folder} is no folder. Name another place for the backup.`, error);
  const kind = error instanceof DatabaseFailure ? null : databaseFailure(error)?.kind;
  if (kind === 'read-only') {
    return new BackupFailure(
      `${folder} cannot be written (${code}). Check its permissions, or name another place.`,
      error,
    );
  }
  if (kind === 'disk-full') {
    return new BackupFailure(
      `The disk of ${folder} is full. No backup was made. Make room, or name another place.`,
      error,
    );
  }
  return error;
};

const write = async (input: BackupInput, part: string, file: string): Promise<Backup> => {
  const { location, dataFolder, version, build, now, signal } = input;
  const database = DATABASE_FILE[location.kind];
  const contents = await copyDatabase(input, join(part, database));
  const names = [database, ...(await copyBelongings(dataFolder, part))];
  const files: Array<Manifest['files'][number]> = [];
  for (const name of names) files.push({ name, ...(await digestOf(join(part, name), signal)) });
  const manifest = {
    database: location.kind,
    madeAt: new Date(now).toISOString(),
    version,
    build,
    migrations: [...contents.migrations],
    dataVersion: contents.dataVersion,
    files,
  };
  const archive = join(part, 'archive');
  await packArchive(archive, part, writeManifest(manifest), names, signal);
  if (existsSync(file)) throw new BackupFailure(`${file} came into being meanwhile. Name another file.`);
  await rename(archive, file);
  await syncFolder(dirname(file));
  return { ...manifest, file, bytes: (await stat(file)).size };
};

/**
 * Backs up database and belongings into one file while the service runs. It is written beside its place and renamed once
 * it is whole and on the disk: there is all of it or nothing.
 * @throws BackupFailure, DatabaseFailure
 */
export const createBackup = async (input: BackupInput): Promise<Backup> => {
  const file = resolve(input.file);
  if (existsSync(file)) {
    throw new BackupFailure(`${file} stands there already, and a backup replaces nothing. Name another file.`);
  }
  const folder = dirname(file);
  let part: string | undefined;
  try {
    await removeAbandoned(file, input.now);
    await checkRoom(folder, await bytesOf(input.location));
    part = await mkdtemp(`${file}${PART}`);
    return await write(input, part, file);
  } catch (error) {
    throw toldWithPlace(error, folder);
  } finally {
    if (part !== undefined) await rm(part, { recursive: true, force: true });
  }
};
