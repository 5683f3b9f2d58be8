import { existsSync, readFileSync } from 'node:fs';
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
  const own = [
    'limits',
    'sign-in',
    'sessions',
    'streams',
    'guard',
    'audit',
    'keys',
    'invitations',
    'walk',
    'fuzz',
  ].concat([...['oidc', 'proxy', 'admission', 'app-path']]);
  for (const name of own) expect(named).toContain(`server/auth/${name}.test.ts`);
});
