import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { referenceOf, wordsOf } from '../api/api-error.ts';
import { recordsQuery } from '../api/records-query.ts';
import type { RecordRow, Records } from '../contract/records.ts';
import type { Formats } from '../domain/format.ts';
import { Button } from '../ui/button.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import styles from './record-rows.module.css';
import { cellText, type CellFormats } from '../reading/record-cells.ts';
import { RecordsDownload } from './records-download.tsx';
import { useMay, useSession } from './use-session.ts';
import { Withheld } from './withheld.tsx';

const PAGE_SIZE = 50;

type Props = {
  readonly indicator: string;
  readonly name: string;
  readonly kind: string;
  readonly teams: readonly string[];
  readonly week: string;
  readonly weekName: string;
  readonly formats: Formats;
  readonly currency: string;
  readonly timeZone: string;
};

/** The rows that were counted, for whoever may see customers' names and words. */
export function RecordRows(props: Props) {
  const session = useSession();
  const may = useMay();
  if (session === undefined) return <p className={styles.rows}>Reading the rows …</p>;
  return may('listRecords') ? (
    <Rows {...props} />
  ) : (
    <div className={styles.rows}>
      <Withheld what="The rows behind the figure" />
    </div>
  );
}

/** Chosen by the figure's own predicate: over all pages they add up to it. */
function Rows({ indicator, name, kind, teams, week, weekName, formats, currency, timeZone }: Props) {
  const [page, setPage] = useState(1);
  const of = { kind, indicator, teams, week, page, pageSize: PAGE_SIZE };
  const { data, error, isPlaceholderData, refetch } = useQuery(recordsQuery(of));
  if (error !== null) {
    const reference = referenceOf(error);
    return (
      <div className={styles.rows} role="alert">
        <p>The rows behind the figure could not be read. {wordsOf(error)}</p>
        {reference === null ? null : <p className={styles.quiet}>Reference {reference}</p>}
        <Button kind="link" onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  if (data === undefined) return <p className={styles.rows}>Reading the rows …</p>;
  const pages = Math.max(1, Math.ceil(data.total / PAGE_SIZE));
  const cells: CellFormats = { formats, currency, timeZone };
  return (
    <section className={styles.rows} aria-label="Rows behind the figure" aria-busy={isPlaceholderData}>
      <div className={styles.rowsHead}>
        <h3>
          Rows behind the figure: {formats.count(data.total)} in {weekName}
        </h3>
        {data.total === 0 ? null : <RecordsDownload of={of} total={data.total} fileName={`${indicator}-${week}.csv`} />}
      </div>
      {data.facts.map((fact) => (
        <p key={fact.name} className={styles.quiet}>
          {fact.name}: {formats.number(fact.value, Number.isInteger(fact.value) ? 0 : 1)} {fact.unit}
        </p>
      ))}
      {data.total === 0 ? (
        <p className={styles.quiet}>No rows: the figure was sent as sums, or nothing was counted.</p>
      ) : (
        <Table
          caption={`Rows behind ${name}`}
          captionLook="hidden"
          columns={columnsOf(data, cells)}
          rows={data.rows}
          rowKey={(row) => row.id}
        />
      )}
      {pages === 1 ? null : (
        <p className={styles.pages}>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            Previous rows
          </Button>
          <span>
            Page {formats.count(page)} of {formats.count(pages)}
          </span>
          <Button disabled={page >= pages} onClick={() => setPage(page + 1)}>
            Next rows
          </Button>
        </p>
      )}
    </section>
  );
}

function columnsOf(data: Records, cells: CellFormats): ReadonlyArray<TableColumn<RecordRow>> {
  const sum = (value: number): string => cells.formats.number(value, Number.isInteger(value) ? 0 : 2);
  return [
    ...data.columns.map((column, index): TableColumn<RecordRow> => ({
      id: column.id,
      header: column.name,
      kind: index === 0 ? 'row-header' : column.type === 'number' || column.type === 'money' ? 'number' : 'text',
      need: index > 3 ? 'extra' : 'always',
      cell: (row) => cellText(row.cells[index] ?? null, column.type, cells),
    })),
    { id: 'in-numerator', header: 'In numerator', kind: 'number', cell: (row) => sum(row.inNumerator) },
    { id: 'in-denominator', header: 'In denominator', kind: 'number', cell: (row) => sum(row.inDenominator) },
  ];
}
