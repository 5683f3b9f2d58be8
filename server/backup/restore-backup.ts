import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MIGRATIONS } from '../db/migrate.ts';
import { postgresTables, restorePostgres } from '../db/postgres-backup.ts';
import type { CopiedDatabase } from '../db/database-copy.ts';
import type { DatabaseLocation } from '../db/open-database.ts';
import { checkSqliteCopy } from '../db/sqlite-backup.ts';
import { lockFolder } from '../lock.ts';
import { unpackArchive } from './archive.ts';
import { BackupFailure } from './backup-failure.ts';
import { BELONGINGS } from './belongings.ts';
import { checkRoom } from './check-room.ts';
import { DATABASE_FILE } from './create-backup.ts';
import { schemaOf, type Manifest } from './manifest.ts';

/** May stand in a fresh folder: the lock and note of this process, and what a new file system holds. */
const FRESH = new Set(['kept.lock', 'service.json', 'lost+found']);

export type RestoreInput = {
  readonly file: string;
  readonly location: DatabaseLocation;
  readonly dataFolder: string;
  readonly signal?: AbortSignal;
};

/** @throws BackupFailure where the backup is of another kind of database, or newer than this build. */
const acceptSchema = (file: string, manifest: Manifest): void => {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new BackupFailure(
    `${file} was written by a newer version of Kept (${manifest.version}; it has the migration "${unknown}"). ` +
      'Update Kept, then restore it.',
  );
};

const acceptKind = (file: string, manifest: Manifest, kind: DatabaseLocation['kind']): void => {
  if (manifest.database === kind) return;
  throw new BackupFailure(
    manifest.database === 'postgres'
      ? `${file} is a backup of a PostgreSQL database. Set DATABASE_URL to an empty database to restore it into.`
      : `${file} is a backup of a SQLite database. Restore it without DATABASE_URL, into the folder of DATA_DIR.`,
  );
};

const bytesOf = ({ files }: Manifest): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** What the manifest says must be what the database says. */
const compare = (file: string, manifest: Manifest, found: CopiedDatabase): void => {
  if (found.dataVersion === manifest.dataVersion && found.migrations.join() === manifest.migrations.toSorted().join()) {
    return;
  }
  throw new BackupFailure(
    `${file} does not hold what it says (schema ${schemaOf(found.migrations)}, data version ${found.dataVersion}; ` +
      `it says ${schemaOf(manifest.migrations)}, ${manifest.dataVersion}). Take another backup.`,
  );
};

/**
 * Looks a backup through and writes nothing that stays: archive, checksums, version, and on SQLite every page of the
 * database. A PostgreSQL dump is looked through by restoring it.
 */
export const checkBackup = async (file: string, signal?: AbortSignal): Promise<Manifest> => {
  const archive = resolve(file);
  const folder = await mkdtemp(join(tmpdir(), 'kept-check-'));
  try {
    const manifest = await unpackArchive(
      archive,
      folder,
      async (found) => {
        acceptSchema(archive, found);
        await checkRoom(folder, bytesOf(found));
      },
      signal,
    );
    if (manifest.database === 'sqlite') {
      compare(archive, manifest, checkSqliteCopy(join(folder, DATABASE_FILE.sqlite), 'whole'));
    }
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const refuseUsedFolder = async (folder: string): Promise<void> => {
  const used = (await readdir(folder)).filter((name) => !FRESH.has(name));
  if (used.length === 0) return;
  throw new BackupFailure(
    `${folder} is not empty (${used.slice(0, 3).join(', ')}${used.length > 3 ? ' …' : ''}), and a restore replaces nothing. ` +
      'Name a new folder with DATA_DIR, or move the old one away.',
  );
};

const refuseUsedDatabase = async (url: string): Promise<void> => {
  const tables = await postgresTables(url);
  if (tables.length === 0) return;
  throw new BackupFailure(
    `The database of DATABASE_URL is not empty (${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ' …' : ''}), and a restore replaces nothing. ` +
      'Create an empty one (createdb NAME) and set DATABASE_URL to it.',
  );
};

const moveIn = async (from: string, to: string, database: string | null): Promise<void> => {
  for (const folder of BELONGINGS) {
    if (existsSync(join(from, folder))) await rename(join(from, folder), join(to, folder));
  }
  /* Last: a folder without a database is not taken for one that holds all. */
  if (database !== null) await rename(join(from, database), join(to, database));
  const handle = await open(to, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const restoreInto = async (input: RestoreInput, archive: string): Promise<Manifest> => {
  const { location, dataFolder, signal } = input;
  const part = await mkdtemp(join(dataFolder, '.restore-'));
  try {
    const manifest = await unpackArchive(
      archive,
      part,
      async (found) => {
        acceptKind(archive, found, location.kind);
        acceptSchema(archive, found);
        await checkRoom(dataFolder, bytesOf(found));
      },
      signal,
    );
    const database = join(part, DATABASE_FILE[location.kind]);
    if (location.kind === 'sqlite') {
      compare(archive, manifest, checkSqliteCopy(database, 'whole'));
      await moveIn(part, dataFolder, DATABASE_FILE.sqlite);
    } else {
      compare(archive, manifest, await restorePostgres(location.url, database, signal));
      await moveIn(part, dataFolder, null);
    }
    return manifest;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
};

/**
 * Restores a backup into a folder (and on PostgreSQL a database) that holds nothing and that nobody uses. What is older
 * than this build is migrated at the next start of the service.
 * @throws BackupFailure, DatabaseFailure, FolderTaken
 */
export const restoreBackup = async (input: RestoreInput): Promise<Manifest> => {
  const { location, dataFolder } = input;
  const archive = resolve(input.file);
  if (!existsSync(archive)) throw new BackupFailure(`There is no file ${archive}.`);
  const isNew = !existsSync(dataFolder);
  await mkdir(dataFolder, { recursive: true });
  let whole = false;
  const lock = lockFolder(dataFolder);
  try {
    await refuseUsedFolder(dataFolder);
    if (location.kind === 'postgres') await refuseUsedDatabase(location.url);
    const manifest = await restoreInto(input, archive);
    whole = true;
    return manifest;
  } finally {
    lock.release();
    if (isNew && !whole) await rm(dataFolder, { recursive: true, force: true });
  }
};
