import { useMemo } from 'react';
import { Table, type TableColumn } from '../ui/table.tsx';
import { weekTitle } from './chart-dates.ts';
import { routeRows, type RouteRow } from './route-rows.ts';
import type { RouteModel } from './route-types.ts';
import styles from './trend-table.module.css';

/** The same weeks as a real table, in a region that scrolls: the newest first, then what is expected. */
export function RouteTable({ model }: { readonly model: RouteModel }) {
  const rows = useMemo(() => inReadingOrder(routeRows(model)), [model]);
  const columns = useMemo(() => columnsOf(model, rows), [model, rows]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroller} role="region" aria-label={`${model.title}, table`} tabIndex={0}>
      <Table caption={model.sentence} captionLook="hidden" columns={columns} rows={rows} rowKey={(row) => row.week} />
    </div>
  );
}

/** A column that would be empty all the way down is left out. */
function columnsOf(model: RouteModel, rows: readonly RouteRow[]): ReadonlyArray<TableColumn<RouteRow>> {
  const shown = (value: number | null): string => (value === null ? '' : model.formatValue(value));
  const has = (wanted: (row: RouteRow) => boolean): boolean => rows.some(wanted);
  return [
    { id: 'week', header: 'Week', kind: 'row-header', cell: (row) => weekTitle(row.week, model.locale) },
    { id: 'value', header: 'Value', kind: 'number', cell: (row) => row.valueText },
    ...(has((row) => row.planned !== null)
      ? [{ id: 'plan', header: 'Plan', kind: 'number' as const, cell: (row: RouteRow) => shown(row.planned) }]
      : []),
    ...(has((row) => row.against !== '')
      ? [{ id: 'against', header: 'Against plan', kind: 'text' as const, cell: (row: RouteRow) => row.against }]
      : []),
    ...(has((row) => row.p10 !== null)
      ? [
          {
            id: 'range',
            header: '8 in 10',
            kind: 'number' as const,
            need: 'extra' as const,
            cell: (row: RouteRow) =>
              row.p10 === null || row.p90 === null ? '' : `${shown(row.p10)} to ${shown(row.p90)}`,
          },
        ]
      : []),
    ...(has((row) => row.notes.length > 0 || row.state === 'forecast')
      ? [
          {
            id: 'notes',
            header: 'Notes',
            kind: 'text' as const,
            need: 'extra' as const,
            cell: (row: RouteRow) => [...(row.state === 'forecast' ? ['Forecast'] : []), ...row.notes].join(' · '),
          },
        ]
      : []),
  ];
}

function inReadingOrder(rows: readonly RouteRow[]): readonly RouteRow[] {
  return [
    ...rows.filter((row) => row.state !== 'forecast').toReversed(),
    ...rows.filter((row) => row.state === 'forecast'),
  ];
}
