/** `npm run docs:records`: writes docs/records.md from the importer's fields. */
import { writeFileSync } from 'node:fs';
import { recordDocs } from './record-docs.ts';

writeFileSync(new URL('../docs/records.md', import.meta.url), recordDocs());
