import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { readFile, writeFile } from 'node:fs/promises';
import { observationsPart } from './answers/observations-part.ts';
import { pagePart } from './page/page-part.ts';
import type { Part } from './part-types.ts';
import { importPart } from './records/import-part.ts';
import { streamPart } from './records/stream-part.ts';
import { tableOf, writeReport } from './report.ts';
import { goalsPart } from './goals/goals-part.ts';
import { reviewPart } from './review/review-part.ts';
import { togetherPart } from './together/together-part.ts';
import { wallPart } from './wall/wall-part.ts';

/**
 * `npm run bench [-- PART…] [--runs 5] [--huge] [--short]`: measures and writes `docs/benchmarks.md`;
 * `--short` is for trying: parts that have a small form run it, and the table is printed alone.
 * Without a part all of them run; `stream` (2 GB of disk) only when it is named or with `--huge`.
 */
const PARTS: readonly Part[] = [
  importPart,
  streamPart,
  observationsPart,
  pagePart,
  reviewPart,
  goalsPart,
  togetherPart,
  wallPart,
];
const REPORT = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    huge: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs wants a whole number, 1 or more.');
const unknown = positionals.find((name) => !PARTS.some((part) => part.name === name));
if (unknown !== undefined)
  throw new Error(`No part ${unknown}; there are ${PARTS.map((part) => part.name).join(', ')}.`);
const chosen = PARTS.filter((part) =>
  positionals.length > 0 ? positionals.includes(part.name) : part.name !== 'stream' || values.huge,
);

for (const part of chosen) {
  const folder = await mkdtemp(join(tmpdir(), `kept-bench-${part.name}-`));
  try {
    process.stdout.write(`${part.title}\n`);
    const say = (words: string): void => void process.stdout.write(`  ${words}\n`);
    const result = await part.run({ runs, huge: values.huge, short: values.short, folder, say });
    process.stdout.write(`${tableOf(result)}\n`);
    if (values.short) continue;
    writeReport(REPORT, part, new Date().toISOString().slice(0, 10), result);
    const options = await resolveConfig(REPORT);
    await writeFile(REPORT, await format(await readFile(REPORT, 'utf8'), { ...options, filepath: REPORT }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
