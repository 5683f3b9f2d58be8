import { refusedRowsPath } from '../../api/paths.ts';
import type { ImportReport, RowProblem } from '../../contract/imports.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import styles from './data-page.module.css';
import { countWords, errorWords, statusWords, weekWords } from './import-words.ts';
import { useFormats } from './use-formats.ts';

const PROBLEM_COLUMNS: ReadonlyArray<TableColumn<RowProblem>> = [
  { id: 'line', header: 'Line', kind: 'number', cell: (row) => row.line },
  { id: 'column', header: 'Column', kind: 'text', cell: (row) => row.column ?? '' },
  { id: 'value', header: 'Value', kind: 'text', cell: (row) => row.value ?? '' },
  { id: 'reason', header: 'Reason', kind: 'text', cell: (row) => row.reason },
];

/** What became of one file: counts, weeks, how it was understood, and every refused row with its reason. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { number, instant } = useFormats();
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Status', statusWords(report)],
    ['Rows', `${number(report.counts.read)} read: ${countWords(report.counts, number)}`],
    [
      'Records',
      Object.entries(report.records)
        .map(([kind, count]) => `${number(count)} ${kind.replace('_', ' ')}`)
        .join(', ') || 'none',
    ],
    ['Weeks touched', weekWords(report.weeks)],
    ['Covers', report.covers === null ? 'not said' : `${report.covers.from} to ${report.covers.to}`],
    ['Source', report.source],
    ['Started', instant(report.startedAt)],
    ['Ended', report.endedAt === null ? 'not yet' : instant(report.endedAt)],
    ['By', report.by],
    ...Object.entries(report.dialect ?? {}),
  ];
  return (
    <div className={styles.report}>
      {report.error === null ? null : <p role="alert">{errorWords(report.error)}</p>}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Problems title="Refused rows" rows={report.refusedRows} total={report.counts.refused} number={number} />
      {report.counts.refused > 0 ? (
        <p>
          <a className={styles.link} href={refusedRowsPath(report.id)} download>
            Download the refused rows with their reasons
          </a>
        </p>
      ) : null}
      <Problems title="Kept with a warning" rows={report.warnings} total={report.counts.warned} number={number} />
    </div>
  );
}

type ProblemsProps = {
  readonly title: string;
  readonly rows: readonly RowProblem[];
  readonly total: number;
  readonly number: (value: number) => string;
};

function Problems({ title, rows, total, number }: ProblemsProps) {
  if (rows.length === 0) return null;
  const shown = rows.length < total ? `, the first ${number(rows.length)} of ${number(total)}` : '';
  return (
    <Table
      caption={`${title}${shown}`}
      columns={PROBLEM_COLUMNS}
      rows={rows}
      rowKey={(row) => `${row.line} ${row.column ?? ''} ${row.reason}`}
    />
  );
}
