import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateSafely, migrationBackups } from '../../server/backup/before-migration.ts';
import { checkBackup, restoreBackup } from '../../server/backup/restore-backup.ts';
import { writeSetting } from '../../server/db/data-version.ts';
import type { Database, Dialect } from '../../server/db/database.ts';
import { migrate, MIGRATIONS } from '../../server/db/migrate.ts';
import { openDatabase, type DatabaseLocation } from '../../server/db/open-database.ts';
import { findPostgresProgram } from '../../server/db/postgres-programs.ts';
import { eachDatabase } from './setup/test-databases.ts';
import { emptyPlace } from './support/empty-place.ts';
import { migratedBack } from './support/migrated-back.ts';

const NOW = Date.parse('2026-11-30T08:00:00Z');
const release = () => ({ version: '0.0.0', build: 'test' });

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-migration-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

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

eachDatabase((dialect, open) => {
  test('an older database is backed up as it was before it is changed, and the backup can be restored and migrated', async () => {
    const { db, location } = await open();
    const folder = mkdtempSync(join(root, 'data-'));
    await writeSetting(db, 'mine', 'kept');
    await migratedBack(db, '0002-reviews');
    const gone = await missing(db);
    expect(gone).toBeGreaterThan(1);
    await migrateSafely(db, inputOf(location, folder));
    expect(await missing(db)).toBe(0);
    const name = 'before-migration-0001-records-20261130T080000Z.tar.gz';
    expect(readdirSync(migrationBackups(folder))).toEqual([name]);
    expect(await restoredFrom(join(migrationBackups(folder), name), dialect)).toEqual({
      missing: gone,
      setting: [{ value: 'kept' }],
    });
  });

  test('a fresh database and one that is up to date are not backed up', async () => {
    const { db, location } = await open();
    const folder = mkdtempSync(join(root, 'data-'));
    await expect(migrateSafely(db, inputOf(location, folder))).resolves.toEqual([]);
    const place = await emptyPlace(dialect);
    const fresh = await openDatabase(place.location);
    try {
      await expect(migrateSafely(fresh, inputOf(place.location, folder))).resolves.toHaveLength(MIGRATIONS.length);
    } finally {
      await fresh.close();
      await place.remove();
    }
    expect(existsSync(migrationBackups(folder))).toBe(false);
  });

  test('where the backup fails nothing is changed, and a person may choose to go on without', async () => {
    const { db, location } = await open();
    const folder = mkdtempSync(join(root, 'data-'));
    writeFileSync(migrationBackups(folder), 'a file where the folder should be');
    await migratedBack(db, '0002-reviews');
    const gone = await missing(db);
    await expect(migrateSafely(db, inputOf(location, folder))).rejects.toThrow(
      /backed up before.*nothing was changed.*KEPT_MIGRATE_WITHOUT_BACKUP=yes/s,
    );
    expect(await missing(db)).toBe(gone);
    await migrateSafely(db, inputOf(location, folder, true));
    expect(await missing(db)).toBe(0);
  });

  test('the backups of migrations do not pile up', async () => {
    const { db, location } = await open();
    const folder = mkdtempSync(join(root, 'data-'));
    mkdirSync(migrationBackups(folder));
    const older = [1, 2, 3, 4].map((day) => `before-migration-0001-records-2026110${day}T080000Z.tar.gz`);
    for (const name of older) writeFileSync(join(migrationBackups(folder), name), '');
    await migratedBack(db, '0002-reviews');
    await migrateSafely(db, inputOf(location, folder));
    const left = readdirSync(migrationBackups(folder)).sort();
    expect(left.slice(0, 2)).toEqual(older.slice(2));
    expect(left).toHaveLength(3);
    expect((await checkBackup(join(migrationBackups(folder), left[2] ?? ''))).migrations).toEqual(['0001-records']);
  });
});

test('a missing pg_dump is noticed, not taken from elsewhere', () => {
  expect(findPostgresProgram('pg_dump', [root])).toBeNull();
  expect(findPostgresProgram('pg_dump')).toMatch(/pg_dump$/);
});
