import type { ImportCounts, ImportQuery, RowProblem } from '../../src/contract/imports.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { readCsv, type CsvRow } from './csv.ts';
import { RECORD_COLUMNS } from './record-columns.ts';

export type HeldRow = { readonly text: string; readonly row: CsvRow };
/** Rows by their identity. */
export type HeldRows = ReadonlyMap<string, HeldRow>;

export type ReadImport =
  | { readonly kind: 'failed'; readonly message: string; readonly line: number | null }
  | {
      readonly kind: 'read';
      readonly recordKind: RecordKind;
      readonly counts: ImportCounts;
      readonly refused: readonly RowProblem[];
      /** New and changed rows. */
      readonly written: HeldRows;
    };

/** What each preset's rows become. */
const PRESET_KINDS: Readonly<Record<NonNullable<ImportQuery['preset']>, RecordKind>> = {
  scms: 'order_lines',
  'baltimore-311': 'claims',
  olist: 'orders',
  'zendesk-tickets': 'claims',
  'shopify-orders': 'orders',
};

/** Why a row is refused; null where it is not. */
function problemOf(row: CsvRow, required: readonly string[]): RowProblem | null {
  for (const column of required)
    if ((row.cells.get(column) ?? '') === '')
      return { line: row.line, column, value: '', reason: `${column} is required` };
  for (const [column, value] of row.cells) {
    if (/^(quantity|numerator|denominator)/.test(column) && value !== '' && !(Number(value) >= 0))
      return { line: row.line, column, value, reason: `${column} must be a number from 0` };
    if (/_at$|^at$|^date$/.test(column) && value !== '' && Number.isNaN(Date.parse(value)))
      return { line: row.line, column, value, reason: `${value} is no date` };
  }
  return null;
}

function readPreset(text: string, recordKind: RecordKind, held: HeldRows): ReadImport {
  const rows = text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '');
  const written = new Map<string, HeldRow>();
  rows.forEach((row, index) => {
    const identity = `preset/${row}`;
    if (!held.has(identity)) written.set(identity, { text: row, row: { line: index + 2, cells: new Map() } });
  });
  const counts = { read: rows.length, new: written.size, changed: 0, refused: 0, warned: 0 };
  return {
    kind: 'read',
    recordKind,
    refused: [],
    written,
    counts: { ...counts, unchanged: rows.length - written.size },
  };
}

/** Understands a file against the rows already held, and writes nothing. */
export function readImport(text: string, query: ImportQuery, held: (kind: RecordKind) => HeldRows): ReadImport {
  if (query.preset !== undefined) return readPreset(text, PRESET_KINDS[query.preset], held(PRESET_KINDS[query.preset]));
  const recordKind = query.kind ?? 'orders';
  const file = readCsv(text);
  if (file.kind === 'unreadable') return { kind: 'failed', message: file.message, line: file.line };
  const { identity, required } = RECORD_COLUMNS[recordKind];
  const absent = required.find((column) => !file.columns.includes(column));
  if (absent !== undefined) return { kind: 'failed', message: `The file has no column ${absent}.`, line: 1 };
  const before = held(recordKind);
  const refused: RowProblem[] = [];
  const written = new Map<string, HeldRow>();
  const counts = { read: file.rows.length, new: 0, changed: 0, unchanged: 0, warned: 0 };
  for (const row of file.rows) {
    const problem = problemOf(row, required);
    if (problem !== null) {
      refused.push(problem);
      continue;
    }
    const id = identity.map((column) => row.cells.get(column) ?? '').join('/');
    const text = JSON.stringify([...row.cells]);
    const known = before.get(id);
    if (known === undefined) counts.new++;
    else if (known.text === text) counts.unchanged++;
    else counts.changed++;
    if (known?.text !== text) written.set(id, { text, row });
  }
  return { kind: 'read', recordKind, refused, written, counts: { ...counts, refused: refused.length } };
}
