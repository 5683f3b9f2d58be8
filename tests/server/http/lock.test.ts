import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderTaken, lockFolder, readHolder } from '../../../server/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a second process is refused and told who has the folder and where it listens', () => {
  const lock = lockFolder(folder);
  lock.announce('http://127.0.0.1:4000');
  expect(() => lockFolder(folder)).toThrow(FolderTaken);
  expect(() => lockFolder(folder)).toThrow(
    new RegExp(`Process ${process.pid} uses the data folder .*http://127.0.0.1:4000.*DATA_DIR`, 's'),
  );
  expect(readHolder(folder)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:4000' });
  lock.release();
});

test('a released folder can be taken again, and nobody is named any more', () => {
  lockFolder(folder).release();
  expect(readHolder(folder)).toBeNull();
  lockFolder(folder).release();
});

test('a folder that does not exist yet is made', () => {
  const lock = lockFolder(join(folder, 'deep', 'er'));
  expect(readHolder(join(folder, 'deep', 'er'))).toEqual({ pid: process.pid, url: null });
  lock.release();
});

test('a process that was killed leaves no lock behind', async () => {
  const script = `import { lockFolder } from './server/lock.ts';
    lockFolder(process.argv[1]); console.log('locked'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(() => lockFolder(folder)).toThrow(new RegExp(`Process ${child.pid}`));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  lockFolder(folder).release();
});
