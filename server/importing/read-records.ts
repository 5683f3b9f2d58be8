import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import type { RecordBatch } from '../records/types.ts';
import { compileMapping, type PendingRecord } from './compile-mapping.ts';
import type { RecordDraft } from './compile-field.ts';
import { FileRefused } from './file-refused.ts';
import type { Mapping } from './mapping.ts';
import type { CellRows } from './read-csv.ts';
import { parentWatch } from './parents.ts';
import type { References } from './references.ts';
import type { Conventions, Warn } from './row-context.ts';
import { cellProblem } from './row-problem.ts';
import type { RowTally } from './row-tally.ts';
import type { CheckStored } from './stored-orders.ts';
import { headerOf } from './text-source.ts';

/** Fills records from stored rows; answers those that are complete and refuses the others in the tally. */
export type FillRecords = (records: readonly PendingRecord[], tally: RowTally) => Promise<readonly PendingRecord[]>;

export type ReadRecordsInput = {
  readonly rows: AsyncIterable<CellRows>;
  readonly mapping: Mapping;
  /** Columns that the file may lack. */
  readonly optionalColumns: readonly string[];
  readonly conventions: Conventions;
  readonly references: References;
  readonly tally: RowTally;
  readonly fill: FillRecords;
  readonly checkStored: CheckStored;
  /** Called after each piece of the file, also where all of its rows were refused. */
  readonly onRead?: (bytesRead: number) => Promise<void>;
};

const sameRow = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, index) => cell.trim() === (b[index] ?? '').trim());

/** Copies the key's cells of the row before into empty ones: `fillDown` of the mapping. */
const filler = (mapping: Mapping, header: ReturnType<typeof headerOf>): ((cells: string[]) => void) => {
  const { fillDown } = mapping;
  if (fillDown === undefined) return () => undefined;
  const key = header.indexOf(fillDown.key);
  const columns = fillDown.columns.map((column) => header.indexOf(column)).filter((index) => index >= 0);
  let before: readonly string[] | null = null;
  return (cells) => {
    if (before !== null && before[key] === cells[key]) {
      for (const index of columns) if (cells[index] === '') cells[index] = before[index] ?? '';
    }
    before = cells;
  };
};

const tooWide = (cells: readonly string[], width: number): boolean =>
  cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');

type Group = {
  readonly kind: RecordKind;
  readonly ifMissing: boolean;
  readonly rows: RecordDraft[];
  readonly lines: number[];
};

/** Records by kind, in the order in which the kinds came: what others refer to comes first. */
const batchesOf = function* (records: readonly PendingRecord[]): Generator<RecordBatch> {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const { kind, ifMissing, draft, line } of records) {
    if (group?.kind !== kind || group.ifMissing !== ifMissing) {
      group = groups.find((one) => one.kind === kind && one.ifMissing === ifMissing);
      if (group === undefined) {
        group = { kind, ifMissing, rows: [], lines: [] };
        groups.push(group);
      }
    }
    group.rows.push(draft);
    group.lines.push(line);
  }
  for (const { kind, ifMissing, rows, lines } of groups) {
    yield ifMissing ? { kind, rows, lines, ifMissing } : { kind, rows, lines };
  }
};

/**
 * Turns the rows of a file into batches of records, refusing and warning into the tally.
 * @throws FileRefused for a fault of the whole file; ConventionNeeded where the file must be scanned first.
 */
export async function* readRecords(input: ReadRecordsInput): AsyncGenerator<RecordBatch> {
  const { mapping, conventions, references, tally } = input;
  let header: readonly string[] | null = null;
  let readRow: ReturnType<typeof compileMapping> | null = null;
  let fillDown: (cells: string[]) => void = () => undefined;
  let first: string | undefined;
  let line = 0;
  const hasParents = mapping.records.some(({ kind }) => kind === 'teams' || kind === 'causes');
  const parents = parentWatch(references);
  const warn: Warn = (column, value, reason) => {
    tally.warn(line, cellProblem(column, value, reason));
  };

  for await (const batch of input.rows) {
    const pending: PendingRecord[] = [];
    for (const [index, row] of batch.rows.entries()) {
      if (header === null || readRow === null) {
        first = row[0];
        header = row.map((column) => column.trim());
        const found = headerOf(header, new Set(input.optionalColumns));
        readRow = compileMapping(mapping, found, conventions, references);
        fillDown = filler(mapping, found);
        continue;
      }
      line = batch.lines[index] ?? 0;
      const cells = row as string[];
      if (cells[0] === first && sameRow(cells, header)) {
        throw new FileRefused(
          `Line ${line} repeats the header: two files seem to have been joined. Remove that line, or import the files one by one.`,
          line,
        );
      }
      tally.readRow();
      if (cells.length < header.length || tooWide(cells, header.length)) {
        tally.refuse(
          line,
          cells,
          cellProblem(null, null, `The row has ${cells.length} cells where the header has ${header.length}.`),
        );
        continue;
      }
      fillDown(cells);
      const problem = readRow(cells, line, pending, warn);
      if (problem !== null) tally.refuse(line, cells, problem);
    }
    const filled = pending.some(({ fillFrom }) => fillFrom !== null) ? await input.fill(pending, tally) : pending;
    const checked = await input.checkStored(filled, tally);
    await input.onRead?.(batch.bytesRead);
    yield* batchesOf(hasParents ? parents.release(checked) : checked);
  }
  parents.refuseRest(tally);
  if (tally.counts().read === 0) throw new FileRefused('The file has a header and no rows. Export it again.', 1);
}
