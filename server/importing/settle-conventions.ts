import { FileRefused } from './file-refused.ts';
import type { Mapping, Source } from './mapping.ts';
import { markEvidence, type DecimalMark } from './parse-number.ts';
import { orderEvidence, type DateOrder } from './parse-moment.ts';
import type { CellRows } from './read-csv.ts';
import { fieldOf } from './record-fields.ts';
import { columnsOf } from './text-source.ts';

/** A cell that says something about how the file writes its dates or numbers. */
type Evidence = { readonly line: number; readonly column: string; readonly value: string };

/** What the whole file says about the order of day and month, and about the decimal mark. */
export type SettledConventions = { readonly dateOrder: DateOrder | null; readonly decimalMark: DecimalMark | null };

const DATE_TYPES = new Set(['instant', 'deadline', 'day', 'week']);
const NUMBER_TYPES = new Set(['number', 'quantity', 'whole', 'money', 'score']);

const dateColumns = (source: Source): readonly string[] =>
  typeof source === 'object' && 'after' in source ? columnsOf(source.after) : columnsOf(source);

const minuteColumns = (source: Source): readonly string[] =>
  typeof source === 'object' && 'after' in source && typeof source.minutes === 'object' ? [source.minutes.column] : [];

/** The columns in which a mapping expects dates, and those in which it expects numbers. */
export const conventionColumns = (
  mapping: Mapping,
): { readonly dates: ReadonlySet<string>; readonly numbers: ReadonlySet<string> } => {
  const dates = new Set<string>();
  const numbers = new Set<string>();
  for (const spec of mapping.records) {
    for (const [name, source] of Object.entries(spec.fields)) {
      const type = fieldOf(spec.kind, name)?.type.is ?? '';
      if (DATE_TYPES.has(type)) {
        dateColumns(source).forEach((column) => dates.add(column));
        minuteColumns(source).forEach((column) => numbers.add(column));
      } else if (NUMBER_TYPES.has(type)) columnsOf(source).forEach((column) => numbers.add(column));
    }
  }
  return { dates, numbers };
};

const place = ({ line, column, value }: Evidence): string => `“${value}” in line ${line}, column “${column}”`;

/** One convention: two readings of which a file must show exactly one. */
const jury = <Reading extends string>(
  first: Reading,
  second: Reading,
  words: { readonly contradiction: string; readonly open: string },
) => {
  const found = new Map<Reading | 'either', Evidence>();
  return {
    hear: (reading: Reading | 'either' | null, line: number, column: string, value: string): void => {
      if (reading !== null && !found.has(reading)) found.set(reading, { line, column, value });
    },
    verdict: (): Reading | null => {
      const a = found.get(first);
      const b = found.get(second);
      if (a !== undefined && b !== undefined) {
        throw new FileRefused(`${words.contradiction}: ${place(a)}, but ${place(b)}.`, b.line, b.column);
      }
      if (a !== undefined) return first;
      if (b !== undefined) return second;
      const open = found.get('either');
      if (open !== undefined) throw new FileRefused(`${place(open)} ${words.open}`, open.line, open.column);
      return null;
    },
  };
};

/**
 * Reads the whole file and settles what the mapping leaves open. Kept asks and never guesses.
 * @throws FileRefused where the file contradicts itself or leaves it open, with the remedy.
 */
export const settleConventions = async (
  rows: AsyncIterable<CellRows>,
  mapping: Mapping,
): Promise<SettledConventions> => {
  const columns = conventionColumns(mapping);
  const order = jury<DateOrder>('dmy', 'mdy', {
    contradiction: 'The file writes some dates day first and others month first',
    open: 'may be day first or month first, and no other date of the file tells. Say it: --date-order dmy or mdy, or "dateOrder" in the mapping.',
  });
  const mark = jury<DecimalMark>('.', ',', {
    contradiction: 'The file writes some numbers with a decimal point and others with a decimal comma',
    open: 'may be a thousand or a fraction, and no other number of the file tells. Say it: "decimalMark" in the mapping ("." or ",").',
  });
  let header: readonly string[] | null = null;
  let dates: readonly number[] = [];
  let numbers: readonly number[] = [];
  for await (const batch of rows) {
    let from = 0;
    if (header === null) {
      header = batch.rows[0] ?? [];
      const indexes = (names: ReadonlySet<string>): readonly number[] => {
        const lower = new Set([...names].map((name) => name.trim().toLowerCase()));
        return (header ?? []).flatMap((column, index) => (lower.has(column.trim().toLowerCase()) ? [index] : []));
      };
      dates = mapping.dateOrder === undefined ? indexes(columns.dates) : [];
      numbers = mapping.decimalMark === undefined ? indexes(columns.numbers) : [];
      from = 1;
    }
    for (let at = from; at < batch.rows.length; at += 1) {
      const cells = batch.rows[at] ?? [];
      const line = batch.lines[at] ?? 0;
      for (const index of dates) {
        const cell = (cells[index] ?? '').trim();
        order.hear(orderEvidence(cell), line, header[index] ?? '', cell);
      }
      for (const index of numbers) {
        const cell = (cells[index] ?? '').trim();
        if (cell.includes(',')) mark.hear(markEvidence(cell), line, header[index] ?? '', cell);
      }
    }
  }
  return { dateOrder: mapping.dateOrder ?? order.verdict(), decimalMark: mapping.decimalMark ?? mark.verdict() };
};
