import type { ReadOutColumn } from './read-out.tsx';
import { weekTitle } from './chart-dates.ts';
import type { RouteScales } from './route-scales.ts';
import { routeRows, type RouteRow } from './route-rows.ts';
import type { RouteModel } from './route-types.ts';

export type RouteColumn = ReadOutColumn & { readonly week: number };

/** What the read-out says of each week, and where it stands. */
export function routeColumns(model: RouteModel, scales: RouteScales): readonly RouteColumn[] {
  const { plot } = scales;
  return routeRows(model).map((row) => ({
    week: row.week,
    x: scales.x(row.week),
    y: row.value === null ? null : Math.min(plot.y1, Math.max(plot.y0, scales.y(row.value))),
    title: weekTitle(row.week, model.locale),
    value: row.state === 'none' ? 'No figure' : row.valueText,
    notes: [...(row.state === 'none' ? [row.valueText] : []), ...notesOf(row, model)],
    signal: null,
  }));
}

function notesOf(row: RouteRow, model: RouteModel): readonly string[] {
  const plan = row.planned === null ? null : `Plan ${model.formatValue(row.planned)}`;
  const range =
    row.p10 === null || row.p90 === null
      ? null
      : `Forecast, 8 in 10 ${model.formatValue(row.p10)} to ${model.formatValue(row.p90)}`;
  const against = [plan, row.against === '' ? null : row.against].filter((word) => word !== null).join(', ');
  return [range, against === '' ? null : against, ...row.notes].filter((note) => note !== null);
}
