import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestSqlite, type TestDatabase } from '../../db/setup/test-databases.ts';

/* Some seconds on a machine of its own; two cores that a whole suite shares take their time. */
vi.setConfig({ testTimeout: 180_000 });

const SERVER = join(import.meta.dirname, '../../../server');

let source: TestDatabase;
let root: string;
beforeAll(async () => {
  source = await openTestSqlite();
  root = mkdtempSync(join(tmpdir(), 'kept-restore-cli-'));
});
afterAll(async () => {
  await source.remove();
  rmSync(root, { recursive: true, force: true });
});

const run = (cli: 'backup' | 'restore', folder: string, ...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(SERVER, `${cli}-cli.ts`), ...argv],
    { encoding: 'utf8', env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', HOST: '0.0.0.0' } },
  );
  return { status, stdout, stderr };
};

test('the commands end with the exit codes and words that a timer and a person need', () => {
  const folder = source.location.kind === 'sqlite' ? source.location.folder : '';
  const backup = run('backup', folder, '--into', root, '--keep', '3');
  expect(backup).toMatchObject({ status: 0, stderr: '' });
  expect(backup.stdout).toMatch(
    /^Backed up to .*kept-\d{8}T\d{6}Z\.tar\.gz: .* MB, SQLite, schema \d{4}-[\w-]+, data version 0/,
  );
  const file = join(root, readdirSync(root)[0] ?? '');
  const fresh = join(root, 'fresh');
  expect(run('restore', fresh, file).stdout).toMatch(
    /^Restored into .*fresh: .*\nStart Kept on it with npm start\.\n$/,
  );

  const again = run('restore', fresh, file);
  expect(again).toMatchObject({ status: 1, stdout: '' });
  expect(again.stderr).toMatch(/^\S+fresh is not empty \(kept\.db\), and a restore replaces nothing\. .*\n$/);
  const wrong = run('restore', fresh);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toMatch(/Name the file of the backup\.\nnpm run restore -- --help says more\./);
});
