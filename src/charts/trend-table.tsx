import { useMemo } from 'react';
import { SignalChip } from '../ui/signal-chip.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import { weekTitle } from './chart-dates.ts';
import type { TrendModel } from './trend-model.ts';
import { trendRows, type TrendRow } from './trend-rows.ts';
import styles from './trend-table.module.css';

function columnsOf(model: TrendModel, locale: string): ReadonlyArray<TableColumn<TrendRow>> {
  const number = (value: number | null) => (value === null ? '' : model.formatTick(value));
  const has = (pick: (row: TrendRow) => number | null, rows: readonly TrendRow[]) =>
    rows.some((row) => pick(row) !== null);
  const rows = trendRows(model);
  const optional = (
    id: string,
    header: string,
    pick: (row: TrendRow) => number | null,
  ): ReadonlyArray<TableColumn<TrendRow>> =>
    has(pick, rows) ? [{ id, header, kind: 'number', need: 'extra', cell: (row) => number(pick(row)) }] : [];
  return [
    { id: 'week', header: 'Week', kind: 'row-header', cell: (row) => weekTitle(row.week, locale) },
    { id: 'value', header: 'Value', kind: 'number', cell: (row) => row.valueText },
    {
      id: 'signal',
      header: 'Signal',
      kind: 'text',
      cell: (row) => (row.signal === null ? '' : <SignalChip signal={row.signal} />),
    },
    ...optional('lower', 'Lower limit', (row) => row.lower),
    ...optional('mean', 'Mean', (row) => row.mean),
    ...optional('upper', 'Upper limit', (row) => row.upper),
    ...optional('target', 'Target', (row) => row.target),
    ...optional('previous', 'Last year', (row) => row.previousYear),
    {
      id: 'notes',
      header: 'Notes',
      kind: 'text',
      need: 'extra',
      cell: (row) => [...(row.state === 'forecast' ? ['Forecast'] : []), ...row.notes].join(' · '),
    },
  ];
}

/** The same weeks as a real table, newest first: that is the one looked for. Scrolls inside the height that the chart had. */
export function TrendTable({ model, locale }: { readonly model: TrendModel; readonly locale: string }) {
  const columns = useMemo(() => columnsOf(model, locale), [model, locale]);
  const rows = useMemo(() => [...trendRows(model)].reverse(), [model]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroller} role="region" aria-label={`${model.title}, table`} tabIndex={0}>
      <Table caption={model.sentence} captionLook="hidden" columns={columns} rows={rows} rowKey={(row) => row.week} />
    </div>
  );
}
