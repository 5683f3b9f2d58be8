/** Six decimals: more than is shown, without the dust of binary fractions. Nothing is an empty field. */
export const csvNumber = (value: number | null): string =>
  value === null || !Number.isFinite(value) ? '' : String(Number(value.toFixed(6)));

/**
 * A field of RFC 4180. A text that a spreadsheet would run as a formula (OWASP, "CSV injection") gets an apostrophe;
 * numbers are written by `csvNumber` and never pass here.
 */
export function csvText(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type CsvColumn<Row> = { readonly name: string; readonly cell: (row: Row) => string };

/** Rows as CSV (RFC 4180: CRLF, a header, a decimal point whatever the locale). */
export function csvOf<Row>(columns: ReadonlyArray<CsvColumn<Row>>, rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ cell }) => cell(row)).join(','));
  return [columns.map(({ name }) => name).join(','), ...lines, ''].join('\r\n');
}
