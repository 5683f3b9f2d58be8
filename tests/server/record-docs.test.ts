import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordDocs } from '../../scripts/record-docs.ts';

test('the record docs do not fall behind the importer', () => {
  const written = readFileSync(new URL('../../docs/records.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs:records`').toBe(recordDocs());
});
