import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appPath } from '../../../server/auth/app-path.ts';

test.each([
  { text: '/', path: '/' },
  { text: '/teams/north?week=2026-W46#goals', path: '/teams/north?week=2026-W46#goals' },
  { text: '/teams/a b', path: '/teams/a%20b' },
  { text: '', path: '/' },
  { text: 'teams', path: '/' },
  { text: 'https://evil.example', path: '/' },
  { text: 'javascript:alert(1)', path: '/' },
  { text: '//evil.example', path: '/' },
  { text: '///evil.example', path: '/' },
  { text: '/\\evil.example', path: '/' },
  { text: '\\\\evil.example', path: '/' },
  { text: '/\t/evil.example', path: '/' },
  { text: '/\n/evil.example', path: '/' },
  { text: '/.//evil.example', path: '/' },
  { text: '/x/..//evil.example', path: '/' },
  { text: '/%2e//evil.example', path: '/' },
  { text: '//evil.example:99999', path: '/' },
  { text: '/api/session/oidc', path: '/' },
  { text: '/x/../API/imports', path: '/' },
  { text: '/apiary', path: '/apiary' },
])('$text leads to $path, and nowhere else', ({ text, path }) => {
  expect(appPath(text)).toBe(path);
});

test('no text whatever leads out of the app', () => {
  const pieces = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '%2e', '\t', '\r\n', '@', ':', '?', '#', 'x', 'evil.example'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        pieces.map((parts) => `/${parts.join('')}`),
        fc.string(),
        fc.webUrl(),
      ),
      (text) => {
        const { origin, href } = new URL(appPath(text), 'https://kept.example.org');
        expect(origin).toBe('https://kept.example.org');
        expect(appPath(appPath(text))).toBe(appPath(text));
        expect(href).not.toContain('\n');
      },
    ),
    { seed: 20261130, numRuns: 500 },
  );
});
