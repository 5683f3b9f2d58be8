import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { migrateSafely, migrationBackups } from '../../server/backup/before-migration.ts';
import { checkBackup, restoreBackup } from '../../server/backup/restore-backup.ts';
import { writeSetting } from '../../server/db/data-version.ts';
import type { Database, Dialect } from '../../server/db/database.ts';
import { migrate, MIGRATIONS } from '../../server/db/migrate.ts';
import { openDatabase, type DatabaseLocation } from '../../server/db/open-database.ts';
import { findPostgresProgram } from '../../server/db/postgres-programs.ts';
import { emptyPlace, type EmptyPlace } from './support/empty-place.ts';

const NOW = Date.parse('2026-11-30T08:00:00Z');
const release = () => ({ version: '0.0.0', build: 'test' });

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-migration-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const OLDER = MIGRATIONS.slice(0, 2);

type Opened = { readonly db: Database; readonly location: DatabaseLocation };

const opened: Array<{ readonly db: Database; readonly place: EmptyPlace }> = [];
afterEach(async () => {
  for (const { db, place } of opened.splice(0)) {
    await db.close();
    await place.remove();
  }
});

/** A database as an older Kept left it. */
const openWith = async (dialect: Dialect, migrations = OLDER): Promise<Opened> => {
  const place = await emptyPlace(dialect);
  const db = await openDatabase(place.location);
  opened.push({ db, place });
  if (migrations.length > 0) await migrate(db, NOW, { migrations });
  return { db, location: place.location };
};

const missing = async (db: Database): Promise<number> =>
  MIGRATIONS.length - (await db.all(`select name from migrations`)).length;

const inputOf = (location: DatabaseLocation, dataFolder: string, without = false) => ({
  settings: { location, dataFolder, migrateWithoutBackup: without },
  now: NOW,
  release,
});

const restoredFrom = async (file: string, dialect: Dialect): Promise<{ missing: number; setting: unknown }> => {
  const place = await emptyPlace(dialect);
  try {
    await restoreBackup({ file, location: place.location, dataFolder: place.folder });
    const db = await openDatabase(place.location);
    try {
      const setting = await db.all(`select value from settings where key = 'mine'`);
      const before = await missing(db);
      await migrate(db, NOW);
      expect(await missing(db)).toBe(0);
      return { missing: before, setting };
    } finally {
      await db.close();
    }
  } finally {
    await place.remove();
  }
};

describe.each(['sqlite', 'postgres'] as const)('on %s', (dialect) => {
  test('an older database is backed up as it was before it is changed, and the backup can be restored and migrated', async () => {
    const { db, location } = await openWith(dialect);
    const folder = mkdtempSync(join(root, 'data-'));
    await writeSetting(db, 'mine', 'kept');
    const gone = await missing(db);
    expect(gone).toBe(MIGRATIONS.length - 2);
    await migrateSafely(db, inputOf(location, folder));
    expect(await missing(db)).toBe(0);
    const name = 'before-migration-0002-reviews-20261130T080000Z.tar.gz';
    expect(readdirSync(migrationBackups(folder))).toEqual([name]);
    expect(await restoredFrom(join(migrationBackups(folder), name), dialect)).toEqual({
      missing: gone,
      setting: [{ value: 'kept' }],
    });
  });

  test('a fresh database and one that is up to date are not backed up', async () => {
    const { db, location } = await openWith(dialect, []);
    const folder = mkdtempSync(join(root, 'data-'));
    await expect(migrateSafely(db, inputOf(location, folder))).resolves.toHaveLength(MIGRATIONS.length);
    await expect(migrateSafely(db, inputOf(location, folder))).resolves.toEqual([]);
    expect(existsSync(migrationBackups(folder))).toBe(false);
  });

  test('where the backup fails nothing is changed, and a person may choose to go on without', async () => {
    const { db, location } = await openWith(dialect);
    const folder = mkdtempSync(join(root, 'data-'));
    writeFileSync(migrationBackups(folder), 'a file where the folder should be');
    const gone = await missing(db);
    await expect(migrateSafely(db, inputOf(location, folder))).rejects.toThrow(
      /backed up before.*nothing was changed.*KEPT_MIGRATE_WITHOUT_BACKUP=yes/s,
    );
    expect(await missing(db)).toBe(gone);
    await migrateSafely(db, inputOf(location, folder, true));
    expect(await missing(db)).toBe(0);
  });

  test('the backups of migrations do not pile up', async () => {
    const { db, location } = await openWith(dialect);
    const folder = mkdtempSync(join(root, 'data-'));
    mkdirSync(migrationBackups(folder));
    const older = [1, 2, 3, 4].map((day) => `before-migration-0001-records-2026110${day}T080000Z.tar.gz`);
    for (const name of older) writeFileSync(join(migrationBackups(folder), name), '');
    await migrateSafely(db, inputOf(location, folder));
    const left = readdirSync(migrationBackups(folder)).sort();
    expect(left.slice(0, 2)).toEqual(older.slice(2));
    expect(left).toHaveLength(3);
    expect((await checkBackup(join(migrationBackups(folder), left[2] ?? ''))).migrations).toEqual(
      OLDER.map(({ name }) => name),
    );
  });
});

test('a missing pg_dump is noticed, not taken from elsewhere', () => {
  expect(findPostgresProgram('pg_dump', [root])).toBeNull();
  expect(findPostgresProgram('pg_dump')).toMatch(/pg_dump$/);
});
