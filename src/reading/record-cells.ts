import type { RecordRow, Records } from '../contract/records.ts';
import { csvField } from '../domain/csv-cell.ts';
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
  return [head, ...rows].map((row) => row.map(fieldOf).join(',')).join('\r\n') + '\r\n';
}

function fieldOf(value: RecordCell): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : csvField(value);
}
