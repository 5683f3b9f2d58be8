import type { ReactNode } from 'react';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { DisplayMark } from './display-mark.tsx';
import type { FleetRow } from './fleet-row.ts';
import styles from './fleet.module.css';
import { SaidOf } from './said-of.tsx';

type Props = { readonly rows: readonly FleetRow[]; readonly tools: (row: FleetRow) => ReactNode };

/** The displays side by side. */
export function FleetTable({ rows, tools }: Props) {
  return (
    <div className={styles.table}>
      <Table
        caption="Displays by name"
        captionLook="hidden"
        columns={columnsOf(tools)}
        rows={rows}
        rowKey={({ display }) => display.id}
      />
    </div>
  );
}

function columnsOf(tools: Props['tools']): ReadonlyArray<TableColumn<FleetRow>> {
  return [
    {
      id: 'name',
      header: 'Name',
      kind: 'row-header',
      cell: ({ name, teams }) => (
        <div className={styles.cell}>
          {name}
          <span className={styles.second}>{teams}</span>
        </div>
      ),
    },
    { id: 'state', header: 'State', kind: 'text', cell: ({ state }) => <DisplayMark state={state} /> },
    {
      id: 'heard',
      header: 'Last heard',
      kind: 'text',
      cell: ({ heard }) =>
        heard === null ? (
          'never'
        ) : (
          <>
            <span className={styles.ago}>{heard.ago}</span>
            <span className={styles.second}>{heard.at}</span>
          </>
        ),
    },
    {
      id: 'shows',
      header: 'Shows',
      kind: 'text',
      cell: ({ shows, rotation }) => (
        <>
          {shows}
          {rotation === 'paused' ? <span className={styles.second}>paused</span> : null}
        </>
      ),
    },
    { id: 'clock', header: 'Its clock', kind: 'text', cell: ({ clock }) => <SaidOf said={clock} /> },
    { id: 'build', header: 'Build', kind: 'text', cell: ({ build }) => <SaidOf said={build} /> },
    {
      id: 'picture',
      header: 'Picture',
      kind: 'text',
      cell: ({ picture, size }) => (
        <>
          {picture ?? 'not known yet'}
          <span className={styles.second}>{size}</span>
        </>
      ),
    },
    { id: 'problems', header: 'Problems', kind: 'text', cell: ({ problems }) => problemWords(problems) },
    { id: 'tools', header: 'Do', kind: 'text', cell: tools },
  ];
}

export const problemWords = (problems: readonly string[]): string =>
  problems.length === 0 ? 'none' : problems.join(' ');
