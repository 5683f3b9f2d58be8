import { csvNumber, csvOf, csvText, type CsvColumn } from './csv.ts';
import type { TrendModel } from './trend-model.ts';
import { trendRows, type TrendRow } from './trend-rows.ts';

const COLUMNS: ReadonlyArray<CsvColumn<TrendRow>> = [
  { name: 'week', cell: (row) => row.isoWeek },
  { name: 'monday', cell: (row) => row.monday },
  { name: 'value', cell: (row) => csvNumber(row.value) },
  { name: 'state', cell: (row) => row.state },
  { name: 'signal', cell: (row) => row.signal ?? '' },
  { name: 'lower_limit', cell: (row) => csvNumber(row.lower) },
  { name: 'mean', cell: (row) => csvNumber(row.mean) },
  { name: 'upper_limit', cell: (row) => csvNumber(row.upper) },
  { name: 'target', cell: (row) => csvNumber(row.target) },
  { name: 'previous_year', cell: (row) => csvNumber(row.previousYear) },
  { name: 'notes', cell: (row) => csvText(row.notes.join('; ')) },
];

/** A trend as CSV; a week without data has an empty value. */
export function trendCsv(model: TrendModel): string {
  return csvOf(COLUMNS, trendRows(model));
}
