import type { RecordRow, Records } from '../contract/records.ts';
import type { Formats } from '../domain/format.ts';
import { parseIsoDate } from '../domain/week.ts';

export type CellFormats = { readonly formats: Formats; readonly currency: string; readonly timeZone: string };

type RecordCell = RecordRow['cells'][number];
type ColumnType = Records['columns'][number]['type'];

/** A cell as a person reads it; what is none of its column's type stands as it came. */
export function cellText(cell: RecordCell, type: ColumnType, { formats, currency, timeZone }: CellFormats): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (type === 'money') return formats.money(cell, currency);
    return formats.number(cell, Number.isInteger(cell) ? 0 : 2);
  }
  if (type === 'date') {
    const day = parseIsoDate(cell);
    return day === null ? cell : formats.dayAndYear(day);
  }
  if (type === 'instant') {
    const at = Date.parse(cell);
    return Number.isNaN(at) ? cell : formats.instant(at, timeZone);
  }
  return cell;
}

/** The rows as RFC 4180 CSV with the raw values of the answer, so that another program reads them as they are. */
export function recordsCsv(pages: readonly Records[]): string {
  const [first] = pages;
  if (first === undefined) return '';
  const head = [...first.columns.map((column) => column.id), 'in_numerator', 'in_denominator'];
  const rows = pages.flatMap((page) => page.rows.map((row) => [...row.cells, row.inNumerator, row.inDenominator]));
  return [head, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n') + '\r\n';
}

/** Quoted where it must be; a leading sign of a formula is defused, as a spreadsheet would run it. */
function csvField(value: RecordCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
