import type { ImportReport } from '../../src/contract/imports.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { isoDate, isoWeekLabel } from '../../src/domain/week.ts';
import { zoneClock, type ZoneClock } from '../../src/domain/zone.ts';
import type { Database } from '../db/database.ts';
import type { CoverageSpan, RecordBatch, WritePhase, WriteProblem, WriteResult } from '../records/types.ts';
import { writeRecords } from '../records/write-records.ts';
import type { Settings } from '../settings.ts';
import { checkDiskSpace, importNeeds } from './disk-space.ts';
import { FileRefused } from './file-refused.ts';
import { fillFromStored } from './fill-records.ts';
import { endImport, EMPTY_BODY, type ReportBody } from './import-row.ts';
import { ConventionNeeded } from './moment-source.ts';
import { openRows, readHeader } from './open-rows.ts';
import { readRecords } from './read-records.ts';
import { readReferences } from './references.ts';
import { listRefusedByWriter, refusedList, refusedPath } from './refused-list.ts';
import {
  givenMapping,
  parseCovers,
  resolveMapping,
  type MappingChoice,
  type ResolvedMapping,
} from './resolve-mapping.ts';
import type { Conventions } from './row-context.ts';
import { LISTED_ROWS, rowTally, type RowTally } from './row-tally.ts';
import { settleConventions, type SettledConventions } from './settle-conventions.ts';
import { describeDialect, sniffDialect, type FileDialect } from './sniff-dialect.ts';
import { checkStoredOrders } from './stored-orders.ts';
import { surveyFile, type FileSurvey } from './survey-file.ts';

export type ImportFileInput = {
  /** Number of the import, entered by `beginImport`. */
  readonly id: number;
  readonly path: string;
  readonly choice: MappingChoice;
  readonly covers: string | null;
  readonly dryRun: boolean;
  readonly strict: boolean;
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FileProgress) => void;
};

export type FileProgress = {
  readonly phase: WritePhase;
  readonly rowsRead: number;
  /** 0..1 of the bytes. */
  readonly fraction: number;
};

export type ImportedFile = { readonly body: ReportBody; readonly fileHash: string; readonly dataVersion: number };

/** A file whose import ended without writing; carries what was found out until then. */
export class ImportFailed extends Error {
  readonly body: ReportBody;
  readonly fileHash: string | null;

  constructor(cause: unknown, body: ReportBody, fileHash: string | null) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'ImportFailed';
    this.body = body;
    this.fileHash = fileHash;
  }
}

const clockOf = (timeZone: string): ZoneClock => {
  try {
    return zoneClock(timeZone);
  } catch {
    throw new FileRefused(`“${timeZone}” is no IANA time zone, such as Europe/Madrid.`);
  }
};

const conventionsOf = (
  resolved: ResolvedMapping,
  settled: SettledConventions,
  settings: Settings,
  now: number,
): Conventions => {
  const { mapping } = resolved;
  const clock = clockOf(settings.timeZone);
  return {
    ...settled,
    clock,
    fileClock: mapping.timeZone === undefined ? clock : clockOf(mapping.timeZone),
    currency: mapping.currency ?? settings.currency,
    idPrefix: mapping.idPrefix ?? '',
    now,
  };
};

const spanOf = (coverage: readonly CoverageSpan[]): ImportReport['covers'] =>
  coverage.length === 0
    ? null
    : {
        from: isoDate(Math.min(...coverage.map(({ fromDay }) => fromDay))),
        to: isoDate(Math.max(...coverage.map(({ toDay }) => toDay))),
      };

const recordCounts = (result: WriteResult): Record<string, number> =>
  Object.fromEntries(
    Object.entries(result.perKind).map(([kind, counts]) => [kind, counts.new + counts.changed] as const),
  );

const duplicateWarnings = (result: WriteResult, resolved: ResolvedMapping): ReportBody['warnings'] => {
  const shared = new Set(resolved.mapping.records.filter((spec) => spec.shared === true).map(({ kind }) => kind));
  return Object.entries(result.perKind).flatMap(([kind, { duplicates }]) =>
    duplicates === 0 || shared.has(kind as RecordKind)
      ? []
      : [
          {
            line: 1,
            column: null,
            value: null,
            reason: `${duplicates} of the ${kind} repeat an id of the file; the last one of each was taken.`,
          },
        ],
  );
};

const bodyOf = (
  tally: RowTally,
  dialect: Readonly<Record<string, string>>,
  resolved: ResolvedMapping,
  result: WriteResult,
): ReportBody => {
  const main = result.perKind[resolved.mainKind];
  const { read, refused, warned } = tally.counts();
  const { refusedRows, warnings } = tally.listed();
  const refusedByWriter = result.problems.map(({ line, id, reason }: WriteProblem) => ({
    line: line ?? 1,
    column: null,
    value: id,
    reason,
  }));
  const notes = resolved.notes.map((reason) => ({ line: 1, column: null, value: null, reason }));
  return {
    counts: {
      read,
      new: main?.new ?? 0,
      changed: main?.changed ?? 0,
      unchanged: main?.unchanged ?? 0,
      refused: refused + (main?.refused ?? 0),
      warned,
    },
    records: recordCounts(result),
    weeks:
      result.weeks === null
        ? null
        : { from: isoWeekLabel(result.weeks.from), to: isoWeekLabel(result.weeks.to), count: result.weeks.count },
    covers: spanOf(result.coverage),
    dialect: { ...dialect },
    refusedRows: [...refusedRows, ...refusedByWriter].slice(0, LISTED_ROWS),
    warnings: [...notes, ...duplicateWarnings(result, resolved), ...warnings].slice(0, LISTED_ROWS + 10),
    error: null,
  };
};

const describeConventions = (
  dialect: FileDialect,
  survey: FileSurvey,
  conventions: Conventions,
): Readonly<Record<string, string>> => ({
  ...describeDialect(dialect, survey.markBytes),
  ...(conventions.dateOrder === null ? {} : { dateOrder: conventions.dateOrder }),
  ...(conventions.decimalMark === null ? {} : { decimalMark: conventions.decimalMark }),
  timeZone: conventions.fileClock.timeZone,
});

const errorOf = (error: unknown): ReportBody['error'] =>
  error instanceof FileRefused
    ? { message: error.message, line: error.line, column: error.column }
    : { message: error instanceof Error ? error.message : String(error), line: null, column: null };

/**
 * Imports one file in one transaction: all accepted rows or none.
 * @throws ImportFailed with the report so far; its cause is a FileRefused, a DatabaseFailure or the signal's reason.
 */
export const importFile = async (db: Database, settings: Settings, input: ImportFileInput): Promise<ImportedFile> => {
  const started = performance.now();
  let body: ReportBody = EMPTY_BODY;
  let fileHash: string | null = null;
  try {
    const given = givenMapping(input.choice);
    const survey = await surveyFile(input.path, { encoding: given?.dialect?.encoding, signal: input.signal });
    fileHash = survey.hash;
    /* PostgreSQL has a disk of its own, which Kept cannot see. */
    if (db.dialect === 'sqlite') await checkDiskSpace(settings.dataFolder, importNeeds(survey.bytes));
    const dialect = sniffDialect(survey, given?.dialect ?? {});
    body = { ...body, dialect: { ...describeDialect(dialect, survey.markBytes) } };
    const header = await readHeader(survey, dialect);
    const resolved = resolveMapping(input.choice, given, header);
    const covers = parseCovers(input.covers ?? resolved.mapping.covers);
    let settled: SettledConventions = {
      dateOrder: resolved.mapping.dateOrder ?? null,
      decimalMark: resolved.mapping.decimalMark ?? null,
    };

    for (let scanned = false; ; scanned = true) {
      const conventions = conventionsOf(resolved, settled, settings, input.now);
      const refused = refusedList(refusedPath(settings.dataFolder, input.id), () => header);
      const tally = rowTally(refused.add);
      const described = describeConventions(dialect, survey, conventions);
      let fraction = 0;
      let phase: WritePhase = 'reading';
      const tell = (): void => {
        input.onProgress({ phase, rowsRead: tally.counts().read, fraction });
      };
      const batches = async function* (): AsyncGenerator<RecordBatch> {
        const records = readRecords({
          rows: openRows(survey, dialect, input.signal),
          mapping: resolved.mapping,
          optionalColumns: resolved.optionalColumns,
          conventions,
          references: await readReferences(db),
          tally,
          fill: fillFromStored(db),
          checkStored: checkStoredOrders(db),
          onRead: async (bytesRead) => {
            input.signal.throwIfAborted();
            fraction = bytesRead / survey.bytes;
            tell();
            await refused.flush();
          },
        });
        yield* records;
        await refused.flush();
        if (input.strict && tally.counts().refused > 0) {
          throw new FileRefused(`${tally.counts().refused} rows were refused, and --strict wants all or none.`);
        }
      };
      try {
        const result = await writeRecords(db, {
          importId: input.id,
          sourceSystem: resolved.mapping.sourceSystem ?? 'file',
          recordedAt: input.now,
          now: input.now,
          batches: batches(),
          covers,
          settings,
          dryRun: input.dryRun,
          strict: input.strict,
          signal: input.signal,
          onProgress: (progress) => {
            phase = progress.phase;
            tell();
          },
          finish: async (tx, written) => {
            /* Before the commit: whatever fails here still leaves nothing behind. */
            await listRefusedByWriter(written, openRows(survey, dialect, input.signal), refused);
            await refused.close();
            body = bodyOf(tally, described, resolved, written);
            if (input.dryRun) return;
            await endImport(tx, {
              id: input.id,
              status: 'done',
              fileHash: survey.hash,
              endedAt: input.now + Math.round(performance.now() - started),
              body,
            });
          },
        });
        return { body, fileHash: survey.hash, dataVersion: result.dataVersion };
      } catch (error) {
        body = { ...body, counts: { ...body.counts, ...tally.counts() }, ...tally.listed(), dialect: { ...described } };
        if (error instanceof ConventionNeeded && !scanned) {
          await refused.discard();
          settled = await settleConventions(openRows(survey, dialect, input.signal), resolved.mapping);
          continue;
        }
        await refused.close().catch(() => undefined);
        throw error;
      }
    }
  } catch (error) {
    throw new ImportFailed(error, { ...body, error: errorOf(error) }, fileHash);
  }
};
