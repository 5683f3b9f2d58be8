import { csvField } from '../domain/csv-cell.ts';

/** Six decimals: more than is shown, without the dust of binary fractions. Nothing is an empty field. */
export const csvNumber = (value: number | null): string =>
  value === null || !Number.isFinite(value) ? '' : String(Number(value.toFixed(6)));

/** A field of text; numbers are written by `csvNumber` and never pass here. */
export const csvText = csvField;

export type CsvColumn<Row> = { readonly name: string; readonly cell: (row: Row) => string };

/** Rows as CSV (RFC 4180: CRLF, a header, a decimal point whatever the locale). */
export function csvOf<Row>(columns: ReadonlyArray<CsvColumn<Row>>, rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ cell }) => cell(row)).join(','));
  return [columns.map(({ name }) => name).join(','), ...lines, ''].join('\r\n');
}
