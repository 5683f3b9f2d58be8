import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Release } from '../build-id.ts';
import type { Database } from '../db/database.ts';
import { DatabaseFailure } from '../db/failure.ts';
import { migrate } from '../db/migrate.ts';
import type { Settings } from '../settings.ts';
import { BackupFailure } from './backup-failure.ts';
import { createBackup } from './create-backup.ts';
import { schemaOf } from './manifest.ts';
import { ENDING, keepNewest, timeInName } from './rotation.ts';

const PREFIX = 'before-migration-';
/** The last three schemas: further back a database is taken from the backups of every night. */
const KEPT = 3;

export type MigrationInput = {
  readonly settings: Pick<Settings, 'location' | 'dataFolder' | 'migrateWithoutBackup'>;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly release: () => Release;
  /** Told the file before it is written, which may take a while. */
  readonly onBackup?: (file: string) => void;
};

/** Where the copies stand that a migration makes first. */
export const migrationBackups = (dataFolder: string): string => join(dataFolder, 'backups');

const backUp = async ({ settings, now, release, onBackup }: MigrationInput, schema: string): Promise<void> => {
  const folder = migrationBackups(settings.dataFolder);
  const file = join(folder, `${PREFIX}${schema}-${timeInName(now)}${ENDING}`);
  try {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw new BackupFailure(`${folder} cannot be made (${String(error)}).`, error);
    });
    onBackup?.(file);
    await createBackup({ ...settings, ...release(), file, now });
    await keepNewest(folder, (name) => name.startsWith(PREFIX), KEPT);
  } catch (error) {
    if (!(error instanceof BackupFailure || error instanceof DatabaseFailure)) throw error;
    throw new BackupFailure(
      `The database (schema ${schema}) is older than this version of Kept. It is backed up before it is brought up to date, and that failed; nothing was changed.\n` +
        `${error.message}\n` +
        'To go on without this backup, make one yourself and start once with KEPT_MIGRATE_WITHOUT_BACKUP=yes.',
      error,
    );
  }
};

/**
 * Brings a database up to date and backs it up first. A fresh one holds nothing to lose.
 * @returns the names of the migrations that ran.
 * @throws BackupFailure where the backup cannot be made; then nothing was changed.
 */
export const migrateSafely = async (db: Database, input: MigrationInput): Promise<readonly string[]> =>
  migrate(db, input.now, {
    before: async (applied) => {
      if (!input.settings.migrateWithoutBackup) await backUp(input, schemaOf(applied));
    },
  });
