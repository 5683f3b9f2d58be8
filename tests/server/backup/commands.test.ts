import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseBackupArguments, parseRestoreArguments } from '../../../server/backup/backup-arguments.ts';
import { keepNewest, timeInName } from '../../../server/backup/rotation.ts';
import { UsageError } from '../../../server/jobs/cli-arguments.ts';

const NOW = Date.parse('2026-11-30T02:00:15.250Z');

test('a command line is read, with the time in the name where a folder is given', () => {
  expect(parseBackupArguments(['b.tar.gz'], NOW)).toEqual({ does: 'backup', file: 'b.tar.gz' });
  expect(parseBackupArguments(['--into', '/backups', '--keep', '14'], NOW)).toEqual({
    does: 'rotate',
    folder: '/backups',
    file: '/backups/kept-20261130T020015Z.tar.gz',
    keep: 14,
  });
  expect(parseBackupArguments(['--help'], NOW)).toEqual({ does: 'help' });
  expect(parseRestoreArguments(['b.tar.gz'])).toEqual({ does: 'restore', file: 'b.tar.gz' });
  expect(parseRestoreArguments(['b.tar.gz', '--check'])).toEqual({ does: 'check', file: 'b.tar.gz' });
});

test.each([
  [[]],
  [['a', 'b']],
  [['--keep', '3', 'a']],
  [['--into', 'x', 'a']],
  [['--into', 'x', '--keep', '0']],
  [['--all']],
])('wrong use is told: %j', (argv) => {
  expect(() => parseBackupArguments(argv, NOW)).toThrow(UsageError);
});

test.each([[[]], [['a', 'b']], [['--force', 'a']]])('wrong use of restore is told: %j', (argv) => {
  expect(() => parseRestoreArguments(argv)).toThrow(UsageError);
});

test('rotation removes the oldest of its own files and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-rotation-'));
  try {
    const days = [27, 28, 29, 30].map((day) => `kept-${timeInName(Date.UTC(2026, 10, day))}.tar.gz`);
    for (const name of [...days, 'kept-monday.tar.gz', 'notes.txt', 'other-20200101T000000Z.tar.gz']) {
      writeFileSync(join(folder, name), '');
    }
    expect(await keepNewest(folder, (name) => name.startsWith('kept-'), 2)).toEqual([days[1], days[0]]);
    expect(readdirSync(folder).sort()).toEqual(
      [days[2], days[3], 'kept-monday.tar.gz', 'notes.txt', 'other-20200101T000000Z.tar.gz'].sort(),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
