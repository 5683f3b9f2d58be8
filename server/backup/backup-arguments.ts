import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../jobs/cli-arguments.ts';
import { ENDING, timeInName } from './rotation.ts';

/** What `npm run backup` was asked to do. */
export type BackupCommand =
  | { readonly does: 'help' }
  | { readonly does: 'backup'; readonly file: string }
  /** A file with the time in its name, and how many of them stay; null: all. */
  | { readonly does: 'rotate'; readonly folder: string; readonly file: string; readonly keep: number | null };

/** What `npm run restore` was asked to do. */
export type RestoreCommand = { readonly does: 'help' } | { readonly does: 'check' | 'restore'; readonly file: string };

export const ROTATED_PREFIX = 'kept-';

export const BACKUP_USAGE = `Backs up Kept's records into one file, while the service runs or not.

  npm run backup -- FILE                      such as /var/backups/kept/monday.tar.gz; nothing may be there yet
  npm run backup -- --into FOLDER             a file with the time in its name: kept-20261130T020000Z.tar.gz
  npm run backup -- --into FOLDER --keep 14   the same, and keeps the newest 14 of them

What is backed up follows from the settings: the SQLite database of DATA_DIR, or the PostgreSQL database of DATABASE_URL
(which needs pg_dump), with the lists of refused rows. The file is there once it is whole and on the disk, or not at all.
It holds customers' names and words: only its owner can read it. npm run restore brings it back.
Exit codes: 0 done, 1 failed, 2 wrong use.`;

export const RESTORE_USAGE = `Restores a backup of Kept into a new place.

  npm run restore -- FILE             into the folder of DATA_DIR (and the database of DATABASE_URL, which needs pg_restore)
  npm run restore -- FILE --check     looks the backup through and writes nothing

Folder and database must be empty and not in use: a restore replaces nothing. Checksums, version, every page of the
database and its foreign keys are checked before anything is put in its place. A backup of a newer Kept is refused, one of
an older Kept is brought up to date at the next start.
Exit codes: 0 done, 1 failed, 2 wrong use.`;

const parsed = <Parse>(parse: () => Parse): Parse => {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const oneFile = (positionals: readonly string[]): string => {
  const [file, ...more] = positionals;
  if (file === undefined || file === '') throw new UsageError('Name the file of the backup.');
  if (more.length > 0) throw new UsageError(`Name one file; got ${positionals.length}.`);
  return file;
};

/** @throws UsageError */
export const parseBackupArguments = (argv: readonly string[], now: number): BackupCommand => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, into: { type: 'string' }, keep: { type: 'string' } },
    }),
  );
  if (values.help === true) return { does: 'help' };
  const { into, keep } = values;
  if (into === undefined) {
    if (keep !== undefined) throw new UsageError('--keep goes with --into FOLDER.');
    return { does: 'backup', file: oneFile(positionals) };
  }
  if (positionals.length > 0) throw new UsageError('Give either FILE or --into FOLDER, not both.');
  if (into === '') throw new UsageError('--into takes a folder.');
  if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep)) {
    throw new UsageError(`--keep takes a number from 1 to 9999; got “${keep}”.`);
  }
  return {
    does: 'rotate',
    folder: into,
    file: join(into, `${ROTATED_PREFIX}${timeInName(now)}${ENDING}`),
    keep: keep === undefined ? null : Number(keep),
  };
};

/** @throws UsageError */
export const parseRestoreArguments = (argv: readonly string[]): RestoreCommand => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, check: { type: 'boolean' } },
    }),
  );
  if (values.help === true) return { does: 'help' };
  return { does: values.check === true ? 'check' : 'restore', file: oneFile(positionals) };
};
