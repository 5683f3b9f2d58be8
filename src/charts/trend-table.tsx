import { useMemo } from 'react';
import { SignalChip } from '../ui/signal-chip.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import { weekTitle } from './chart-dates.ts';
import type { TrendModel } from './trend-model.ts';
import { trendRows, type TrendRow } from './trend-rows.ts';
import styles from './trend-table.module.css';

type Column = TableColumn<TrendRow>;

/** Columns of a table of these rows; one that would be empty all the way down is left out. */
function columnsOf(model: TrendModel, rows: readonly TrendRow[], locale: string): readonly Column[] {
  const format = model.formatValue ?? model.formatTick;
  const shown = (value: number | null) => (value === null ? '' : format(value));
  const where = (wanted: (row: TrendRow) => boolean, column: Column): readonly Column[] =>
    rows.some(wanted) ? [column] : [];
  const number = (id: string, header: string, pick: (row: TrendRow) => number | null) =>
    where((row) => pick(row) !== null, { id, header, kind: 'number', need: 'extra', cell: (row) => shown(pick(row)) });
  return [
    { id: 'week', header: 'Week', kind: 'row-header', cell: (row) => weekTitle(row.week, locale) },
    { id: 'value', header: 'Value', kind: 'number', cell: (row) => row.valueText },
    ...where((row) => row.signal !== null, {
      id: 'signal',
      header: 'Signal',
      kind: 'text',
      cell: (row) => (row.signal === null ? '' : <SignalChip signal={row.signal} />),
    }),
    ...number('target', 'Target', (row) => row.target),
    ...number('previous', 'Last year', (row) => row.previousYear),
    ...number('mean', 'Mean', (row) => row.mean),
    ...where((row) => row.lower !== null && row.upper !== null, {
      id: 'limits',
      header: 'Limits',
      kind: 'number',
      need: 'extra',
      cell: (row) => (row.lower === null || row.upper === null ? '' : `${shown(row.lower)} to ${shown(row.upper)}`),
    }),
    ...where((row) => row.notes.length > 0 || row.state === 'forecast', {
      id: 'notes',
      header: 'Notes',
      kind: 'text',
      need: 'extra',
      cell: (row) => [...(row.state === 'forecast' ? ['Forecast'] : []), ...row.notes].join(' · '),
    }),
  ];
}

/** Newest first, for that is the week looked for; what is only expected stands after what is known. */
function inReadingOrder(rows: readonly TrendRow[]): readonly TrendRow[] {
  return [
    ...rows.filter((row) => row.state !== 'forecast').reverse(),
    ...rows.filter((row) => row.state === 'forecast'),
  ];
}

/** The same weeks as a real table, in a region that scrolls. */
export function TrendTable({ model, locale }: { readonly model: TrendModel; readonly locale: string }) {
  const rows = useMemo(() => inReadingOrder(trendRows(model)), [model]);
  const columns = useMemo(() => columnsOf(model, rows, locale), [model, rows, locale]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroller} role="region" aria-label={`${model.title}, table`} tabIndex={0}>
      <Table caption={model.sentence} captionLook="hidden" columns={columns} rows={rows} rowKey={(row) => row.week} />
    </div>
  );
}
