import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import type { RecordBatch } from '../records/types.ts';
import { compileMapping, type ReadRecord } from './compile-mapping.ts';
import { FileRefused } from './file-refused.ts';
import type { Mapping } from './mapping.ts';
import type { CellRows } from './read-csv.ts';
import { parentWatch } from './parents.ts';
import type { References } from './references.ts';
import type { Conventions, Warn } from './row-context.ts';
import { cellProblem, isProblem } from './row-problem.ts';
import type { RowTally } from './row-tally.ts';
import type { CheckStored } from './stored-orders.ts';
import { headerOf } from './text-source.ts';

/** A row's records, before what is missing in them is filled in from stored rows. */
export type PendingRecord = ReadRecord & { readonly line: number; readonly cells: readonly string[] };

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
  readonly onRead?: (bytesRead: number) => void;
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

/** Records by kind, in the order in which the kinds came: what others refer to comes first. */
const batchesOf = function* (records: readonly PendingRecord[]): Generator<RecordBatch> {
  const groups = new Map<
    string,
    { kind: RecordKind; ifMissing: boolean; rows: ReadRecord['draft'][]; lines: number[] }
  >();
  for (const { kind, ifMissing, draft, line } of records) {
    const key = ifMissing ? `${kind}?` : kind;
    let group = groups.get(key);
    if (group === undefined) {
      group = { kind, ifMissing, rows: [], lines: [] };
      groups.set(key, group);
    }
    group.rows.push(draft);
    group.lines.push(line);
  }
  for (const { kind, ifMissing, rows, lines } of groups.values()) {
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
  let line = 0;
  const parents = parentWatch(references);
  const warn: Warn = (column, value, reason) => {
    tally.warn(line, cellProblem(column, value, reason));
  };

  for await (const batch of input.rows) {
    const pending: PendingRecord[] = [];
    for (const [index, row] of batch.rows.entries()) {
      if (header === null || readRow === null) {
        header = row.map((column) => column.trim());
        const found = headerOf(header, new Set(input.optionalColumns));
        readRow = compileMapping(mapping, found, conventions, references);
        fillDown = filler(mapping, found);
        continue;
      }
      line = batch.lines[index] ?? 0;
      const cells = row as string[];
      if (cells[0]?.trim() === header[0] && sameRow(cells, header)) {
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
      const records = readRow(cells, warn);
      if (isProblem(records)) tally.refuse(line, cells, records);
      else for (const record of records) pending.push({ ...record, line, cells });
    }
    const filled = pending.some(({ fillFrom }) => fillFrom !== null) ? await input.fill(pending, tally) : pending;
    const checked = await input.checkStored(filled, tally);
    input.onRead?.(batch.bytesRead);
    yield* batchesOf(parents.release(checked));
  }
  parents.refuseRest(tally);
  if (tally.counts().read === 0) throw new FileRefused('The file has a header and no rows. Export it again.', 1);
}
