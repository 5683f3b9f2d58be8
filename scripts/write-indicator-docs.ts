/** `npm run docs:indicators`: writes docs/indicators/README.md from the catalogue. */
import { writeFileSync } from 'node:fs';
import { indicatorDocs } from './indicator-docs.ts';

writeFileSync(new URL('../docs/indicators/README.md', import.meta.url), indicatorDocs());
