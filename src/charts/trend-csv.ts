import type { TrendModel } from './trend-model.ts';
import { trendRows, type TrendRow } from './trend-rows.ts';

/** Six decimals: more than is shown, without the dust of binary fractions. */
const number = (value: number | null) =>
  value === null || !Number.isFinite(value) ? '' : String(Number(value.toFixed(6)));

/**
 * A field of RFC 4180. A text that a spreadsheet would run as a formula (OWASP, "CSV injection") gets an apostrophe;
 * numbers are written by `number` and never pass here.
 */
function text(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS: ReadonlyArray<{ readonly name: string; readonly cell: (row: TrendRow) => string }> = [
  { name: 'week', cell: (row) => row.isoWeek },
  { name: 'monday', cell: (row) => row.monday },
  { name: 'value', cell: (row) => number(row.value) },
  { name: 'state', cell: (row) => row.state },
  { name: 'signal', cell: (row) => row.signal ?? '' },
  { name: 'lower_limit', cell: (row) => number(row.lower) },
  { name: 'mean', cell: (row) => number(row.mean) },
  { name: 'upper_limit', cell: (row) => number(row.upper) },
  { name: 'target', cell: (row) => number(row.target) },
  { name: 'previous_year', cell: (row) => number(row.previousYear) },
  { name: 'notes', cell: (row) => text(row.notes.join('; ')) },
];

/** A trend as CSV (RFC 4180: CRLF, a header, a decimal point whatever the locale); a week without data has an empty value. */
export function trendCsv(model: TrendModel): string {
  const lines = trendRows(model).map((row) => COLUMNS.map(({ cell }) => cell(row)).join(','));
  return [COLUMNS.map(({ name }) => name).join(','), ...lines, ''].join('\r\n');
}
