import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zoneClock } from '../../../src/domain/zone.ts';
import type { RecordKind } from '../../../src/domain/catalogue-types.ts';
import { FileRefused } from '../../../server/importing/file-refused.ts';
import { openRows, readHeader } from '../../../server/importing/open-rows.ts';
import { readRecords, type FillRecords } from '../../../server/importing/read-records.ts';
import { noReferences, type References } from '../../../server/importing/references.ts';
import { givenMapping, resolveMapping, type MappingChoice } from '../../../server/importing/resolve-mapping.ts';
import { rowTally } from '../../../server/importing/row-tally.ts';
import { settleConventions } from '../../../server/importing/settle-conventions.ts';
import { describeDialect, sniffDialect } from '../../../server/importing/sniff-dialect.ts';
import { surveyFile } from '../../../server/importing/survey-file.ts';

export type ReadOptions = Partial<MappingChoice> & {
  readonly timeZone?: string;
  readonly now?: string;
  readonly references?: References;
  readonly fill?: FillRecords;
};

export type ReadRecordsOf = Partial<Record<RecordKind, Array<Record<string, unknown>>>>;

/** Runs with the bytes in a file of its own, and removes it. */
export const withFile = async <Result>(
  content: string | Uint8Array,
  work: (path: string) => Promise<Result>,
): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-file-'));
  try {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Reads a file as an import does, without a database: the records by kind, the tally and the dialect. */
export const readPath = async (path: string, options: ReadOptions = {}) => {
  const choice = { preset: null, kind: null, mapping: null, dateOrder: null, ...options };
  const given = givenMapping(choice);
  const survey = await surveyFile(path, { encoding: given?.dialect?.encoding });
  const dialect = sniffDialect(survey, given?.dialect ?? {});
  const header = await readHeader(survey, dialect);
  const { mapping, optionalColumns, notes } = resolveMapping(choice, given, header);
  const settled = await settleConventions(openRows(survey, dialect), mapping);
  const tally = rowTally();
  const clock = zoneClock(options.timeZone ?? 'UTC');
  const records: ReadRecordsOf = {};
  const ifMissing: ReadRecordsOf = {};
  for await (const batch of readRecords({
    rows: openRows(survey, dialect),
    mapping,
    optionalColumns,
    conventions: {
      ...settled,
      clock,
      fileClock: mapping.timeZone === undefined ? clock : zoneClock(mapping.timeZone),
      currency: mapping.currency ?? 'EUR',
      idPrefix: mapping.idPrefix ?? '',
      now: Date.parse(options.now ?? '2026-11-22T12:00:00Z'),
    },
    references: options.references ?? noReferences(),
    tally,
    fill: options.fill ?? ((pending) => Promise.resolve(pending)),
    checkStored: (pending) => Promise.resolve(pending),
  })) {
    const into = batch.ifMissing === true ? ifMissing : records;
    into[batch.kind] = [...(into[batch.kind] ?? []), ...batch.rows];
  }
  return {
    records,
    ifMissing,
    notes,
    counts: tally.counts(),
    ...tally.listed(),
    dialect: describeDialect(dialect, survey.markBytes),
    settled,
  };
};

/** `readPath` of a text or bytes. */
export const readText = async (content: string | Uint8Array, options: ReadOptions = {}) =>
  withFile(content, async (path) => readPath(path, options));

/** The refusal of a file that must not be read. */
export const refusalOf = async (content: string | Uint8Array, options: ReadOptions = {}): Promise<FileRefused> => {
  try {
    await readText(content, options);
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  throw new Error('The file was read, though it should have been refused.');
};
