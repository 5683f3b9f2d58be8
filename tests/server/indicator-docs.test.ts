import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indicatorDocs } from '../../scripts/indicator-docs.ts';

test('the indicator docs do not fall behind the catalogue', () => {
  const written = readFileSync(new URL('../../docs/indicators/README.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs:indicators`').toBe(indicatorDocs());
});
