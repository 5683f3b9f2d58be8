import { csvNumber, csvOf, csvText, type CsvColumn } from './csv.ts';
import { routeRows, type RouteRow } from './route-rows.ts';
import type { RouteModel } from './route-types.ts';

const COLUMNS: ReadonlyArray<CsvColumn<RouteRow>> = [
  { name: 'week', cell: (row) => row.isoWeek },
  { name: 'monday', cell: (row) => row.monday },
  { name: 'value', cell: (row) => csvNumber(row.value) },
  { name: 'state', cell: (row) => row.state },
  { name: 'planned', cell: (row) => csvNumber(row.planned) },
  { name: 'forecast_10', cell: (row) => csvNumber(row.p10) },
  { name: 'forecast_90', cell: (row) => csvNumber(row.p90) },
  { name: 'notes', cell: (row) => csvText(row.notes.join('; ')) },
];

/** A route as CSV: weeks travelled, then those ahead. A week without data has an empty value. */
export function routeCsv(model: RouteModel): string {
  return csvOf(COLUMNS, routeRows(model));
}
