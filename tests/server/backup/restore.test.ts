import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf, packArchive } from '../../../server/backup/archive.ts';
import { createBackup } from '../../../server/backup/create-backup.ts';
import { writeManifest, type Manifest } from '../../../server/backup/manifest.ts';
import { checkBackup, restoreBackup } from '../../../server/backup/restore-backup.ts';
import { writeSetting } from '../../../server/db/data-version.ts';
import { MIGRATIONS } from '../../../server/db/migrate.ts';
import { FolderTaken, lockFolder } from '../../../server/lock.ts';
import { openTestSqlite, type TestDatabase } from '../../db/setup/test-databases.ts';

const NOW = Date.parse('2026-11-30T08:00:00Z');
const RELEASE = { version: '0.0.0', build: 'test' };

let source: TestDatabase;
let root: string;
beforeEach(async () => {
  source = await openTestSqlite();
  root = mkdtempSync(join(tmpdir(), 'kept-restore-'));
});
afterEach(async () => {
  await source.remove();
  rmSync(root, { recursive: true, force: true });
});

const folderOf = ({ location }: TestDatabase): string => (location.kind === 'sqlite' ? location.folder : '');

const backUp = async (name = 'backup.tar.gz', signal?: AbortSignal): Promise<string> => {
  const file = join(root, name);
  const dataFolder = folderOf(source);
  await createBackup({
    ...RELEASE,
    location: source.location,
    dataFolder,
    file,
    now: NOW,
    ...(signal === undefined ? {} : { signal }),
  });
  return file;
};

const restoreInto = async (file: string, folder: string): Promise<Manifest> =>
  restoreBackup({ file, location: { kind: 'sqlite', folder }, dataFolder: folder });

/** A backup whose checksums are right, whatever is in it. */
const archiveOf = async (contents: Uint8Array, more: Partial<Manifest> = {}): Promise<string> => {
  const folder = mkdtempSync(join(root, 'made-'));
  writeFileSync(join(folder, 'kept.db'), contents);
  const manifest = {
    ...RELEASE,
    database: 'sqlite' as const,
    madeAt: new Date(NOW).toISOString(),
    migrations: MIGRATIONS.map(({ name }) => name),
    dataVersion: 0,
    files: [{ name: 'kept.db', ...(await digestOf(join(folder, 'kept.db'))) }],
    ...more,
  };
  const file = join(folder, 'backup.tar.gz');
  await packArchive(file, folder, writeManifest(manifest), ['kept.db']);
  return file;
};

const copyOfDatabase = async (): Promise<Buffer> => {
  await source.db.all('pragma wal_checkpoint(truncate)');
  return readFileSync(join(folderOf(source), 'kept.db'));
};

test('a file that stands where the backup is to go is not replaced', async () => {
  writeFileSync(join(root, 'backup.tar.gz'), 'precious');
  await expect(backUp()).rejects.toThrow(/stands there already.*Name another file/);
  expect(readFileSync(join(root, 'backup.tar.gz'), 'utf8')).toBe('precious');
});

test('a backup that is stopped half-way leaves nothing beside', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped'));
  await expect(backUp('stopped.tar.gz', stop.signal)).rejects.toThrow();
  expect(readdirSync(root)).toEqual([]);
});

test('what a killed backup left beside its file is taken away, but not what another is writing', async () => {
  for (const name of ['old', 'new']) mkdirSync(join(root, `backup.tar.gz.part-${name}`));
  utimesSync(join(root, 'backup.tar.gz.part-old'), NOW / 1000 - 90_000, NOW / 1000 - 90_000);
  utimesSync(join(root, 'backup.tar.gz.part-new'), NOW / 1000, NOW / 1000);
  await backUp();
  expect(readdirSync(root).sort()).toEqual(['backup.tar.gz', 'backup.tar.gz.part-new']);
});

test('a backup is not readable by others than its owner, since it holds names', async () => {
  expect(statSync(await backUp()).mode & 0o077).toBe(0);
});

test('a missing folder and a missing database are told with place and remedy', async () => {
  const input = { ...RELEASE, location: source.location, dataFolder: folderOf(source), now: NOW };
  await expect(createBackup({ ...input, file: join(root, 'none', 'b') })).rejects.toThrow(
    /There is no folder .*none\. Create it/,
  );
  const empty = mkdtempSync(join(root, 'empty-'));
  await expect(
    createBackup({ ...input, location: { kind: 'sqlite', folder: empty }, dataFolder: empty, file: join(root, 'b') }),
  ).rejects.toThrow(/There is no database in .*DATA_DIR/);
});

test('a damaged database is not backed up as if it were whole', async () => {
  await writeSetting(source.db, 'a', 'x'.repeat(40_000));
  const whole = await copyOfDatabase();
  whole.fill(0xff, 4096, 3 * 4096);
  const folder = mkdtempSync(join(root, 'damaged-'));
  writeFileSync(join(folder, 'kept.db'), whole);
  const input = { ...RELEASE, location: { kind: 'sqlite' as const, folder }, dataFolder: folder, now: NOW };
  await expect(createBackup({ ...input, file: join(root, 'b') })).rejects.toThrow(/damaged.*Keep the older backups/s);
  expect(existsSync(join(root, 'b'))).toBe(false);
});

test('a folder that holds anything is not restored over', async () => {
  const file = await backUp();
  const folder = join(root, 'used');
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  await expect(restoreInto(file, folder)).rejects.toThrow(/used is not empty \(notes\.txt\).*DATA_DIR/);
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
});

test('a folder that a service uses is not restored over', async () => {
  const file = await backUp();
  const folder = join(root, 'live');
  const lock = lockFolder(folder);
  try {
    await expect(restoreInto(file, folder)).rejects.toThrow(FolderTaken);
  } finally {
    lock.release();
  }
});

test('a restored folder holds the database and the refused rows, and nothing half-made', async () => {
  mkdirSync(join(folderOf(source), 'refused'));
  writeFileSync(join(folderOf(source), 'refused', '3.csv'), 'line,reason\n2,no\n');
  mkdirSync(join(folderOf(source), 'uploads'));
  writeFileSync(join(folderOf(source), 'uploads', 'x.part'), 'on its way');
  const folder = join(root, 'fresh');
  await restoreInto(await backUp(), folder);
  expect(readdirSync(folder).sort()).toEqual(['kept.db', 'kept.lock', 'refused']);
  expect(readFileSync(join(folder, 'refused', '3.csv'), 'utf8')).toBe('line,reason\n2,no\n');
});

test.each(['cut off', 'changed in the middle', 'none at all', 'empty'] as const)(
  'a backup that is %s is refused and leaves no folder',
  async (how) => {
    const file = await backUp();
    const bytes = readFileSync(file);
    if (how === 'changed in the middle') bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
    const made = { 'cut off': bytes.subarray(0, -200), 'none at all': Buffer.from('PK no'), empty: Buffer.alloc(0) };
    writeFileSync(file, how === 'changed in the middle' ? bytes : made[how]);
    const folder = join(root, 'fresh');
    await expect(restoreInto(file, folder)).rejects.toThrow(/backup\.tar\.gz.*(damaged|cut off).*Take another backup/);
    await expect(checkBackup(file)).rejects.toThrow(/Take another backup/);
    expect(existsSync(folder)).toBe(false);
  },
);

test('a checksum that does not match is refused even where the archive itself is sound', async () => {
  const sha256 = createHash('sha256').update('other').digest('hex');
  const contents = await copyOfDatabase();
  const file = await archiveOf(contents, { files: [{ name: 'kept.db', bytes: contents.length, sha256 }] });
  await expect(restoreInto(file, join(root, 'fresh'))).rejects.toThrow(/the checksum of kept\.db/);
});

test('a damaged database in a sound archive is found before it is put in its place', async () => {
  await writeSetting(source.db, 'a', 'x'.repeat(40_000));
  const contents = await copyOfDatabase();
  contents.fill(0xff, 4096, 3 * 4096);
  const folder = join(root, 'fresh');
  await expect(restoreInto(await archiveOf(contents), folder)).rejects.toThrow(/damaged/);
  await expect(restoreInto(await archiveOf(Buffer.alloc(8192, 1)), folder)).rejects.toThrow(/damaged/);
  expect(existsSync(folder)).toBe(false);
});

test('a manifest that says another data version than the database is refused', async () => {
  const file = await archiveOf(await copyOfDatabase(), { dataVersion: 7 });
  await expect(restoreInto(file, join(root, 'fresh'))).rejects.toThrow(/does not hold what it says/);
});

test('a backup of a newer Kept is refused, by its schema and by its format', async () => {
  const contents = await copyOfDatabase();
  const newer = await archiveOf(contents, { migrations: [...MIGRATIONS.map(({ name }) => name), '0999-future'] });
  await expect(restoreInto(newer, join(root, 'fresh'))).rejects.toThrow(/newer version of Kept.*0999-future.*Update/s);
  const folder = mkdtempSync(join(root, 'made-'));
  const format = join(folder, 'format.tar.gz');
  await packArchive(format, folder, JSON.stringify({ format: 2, anything: true }), []);
  await expect(checkBackup(format)).rejects.toThrow(/newer version of Kept/);
});

test('a backup of PostgreSQL is not restored into a folder', async () => {
  const file = await archiveOf(await copyOfDatabase(), { database: 'postgres' });
  await expect(restoreInto(file, join(root, 'fresh'))).rejects.toThrow(/PostgreSQL.*DATABASE_URL/);
});

test.each(['../kept.db', '/etc/passwd', 'refused/../../x', '.hidden'])(
  'an archive whose file is named %s does not lead out of the folder',
  async (name) => {
    const sha256 = 'a'.repeat(64);
    const file = await archiveOf(await copyOfDatabase(), { files: [{ name, bytes: 1, sha256 }] });
    await expect(restoreInto(file, join(root, 'fresh'))).rejects.toThrow(/no backup of Kept, or it is damaged/);
  },
);

test('a look at a backup writes nothing and tells what it is', async () => {
  const manifest = await checkBackup(await backUp());
  expect(manifest).toMatchObject({
    ...RELEASE,
    database: 'sqlite',
    dataVersion: 0,
    madeAt: '2026-11-30T08:00:00.000Z',
  });
  expect(readdirSync(root)).toEqual(['backup.tar.gz']);
});
