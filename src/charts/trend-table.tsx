import { useMemo, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { SignalChip } from '../ui/signal-chip.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import { weekTitle } from './chart-dates.ts';
import type { OnChoose } from './chart-state.ts';
import type { TrendModel } from './trend-model.ts';
import { trendRows, type TrendRow } from './trend-rows.ts';
import styles from './trend-table.module.css';

type Column = TableColumn<TrendRow>;

/** Columns of a table of these rows; one that would be empty all the way down is left out. */
function columnsOf(
  model: TrendModel,
  rows: readonly TrendRow[],
  locale: string,
  onChoose: OnChoose | undefined,
): readonly Column[] {
  const format = model.formatValue ?? model.formatTick;
  const shown = (value: number | null) => (value === null ? '' : format(value));
  const where = (wanted: (row: TrendRow) => boolean, column: Column): readonly Column[] =>
    rows.some(wanted) ? [column] : [];
  const number = (id: string, header: string, pick: (row: TrendRow) => number | null) =>
    where((row) => pick(row) !== null, { id, header, kind: 'number', need: 'extra', cell: (row) => shown(pick(row)) });
  return [
    { id: 'week', header: 'Week', kind: 'row-header', cell: (row) => weekCell(row, locale, onChoose) },
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

/** The week; where its records can be laid open, as the button that does so. */
function weekCell(row: TrendRow, locale: string, onChoose: OnChoose | undefined): ReactNode {
  const title = weekTitle(row.week, locale);
  if (onChoose === undefined || row.value === null || row.state === 'forecast') return title;
  return (
    <Button kind="link" aria-label={`${title}: show the records`} onClick={() => onChoose(row.week)}>
      {title}
    </Button>
  );
}

/** Newest first, for that is the week looked for; what is only expected stands after what is known. */
function inReadingOrder(rows: readonly TrendRow[]): readonly TrendRow[] {
  return [
    ...rows.filter((row) => row.state !== 'forecast').reverse(),
    ...rows.filter((row) => row.state === 'forecast'),
  ];
}

/** The same weeks as a real table, in a region that scrolls. */
export function TrendTable({
  model,
  locale,
  onChoose,
}: {
  readonly model: TrendModel;
  readonly locale: string;
  readonly onChoose?: OnChoose | undefined;
}) {
  const rows = useMemo(() => inReadingOrder(trendRows(model)), [model]);
  const columns = useMemo(() => columnsOf(model, rows, locale, onChoose), [model, rows, locale, onChoose]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroller} role="region" aria-label={`${model.title}, table`} tabIndex={0}>
      <Table caption={model.sentence} captionLook="hidden" columns={columns} rows={rows} rowKey={(row) => row.week} />
    </div>
  );
}
