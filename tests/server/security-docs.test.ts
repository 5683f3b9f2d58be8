import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const named = [...text.matchAll(/`([\w/-]+\.test\.tsx?)`/g)].map(([, path]) => path ?? '');

test('the table of requirements names a test that is not there', () => {
  expect(named.length).toBeGreaterThan(50);
  for (const path of new Set(named)) expect([path, existsSync(join(ROOT, 'tests', path))]).toEqual([path, true]);
});

test('a test of the sign-in that no requirement names', () => {
  const own = readdirSync(join(import.meta.dirname, 'auth')).filter((file) => file.endsWith('.test.ts'));
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((file) => !named.includes(`server/auth/${file}`))).toEqual([]);
});
