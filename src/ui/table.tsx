import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './table.module.css';

export type TableColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** `row-header` names the row; `number` is set right in tabular figures. */
  readonly kind: 'row-header' | 'text' | 'number';
  /** `extra` columns are left out below 480 px. */
  readonly need?: 'always' | 'extra';
  readonly cell: (row: Row) => ReactNode;
};

/** A real table: caption, column headers, row headers; numbers right-aligned and tabular. */
export function Table<Row>({
  caption,
  captionLook = 'shown',
  columns,
  rows,
  rowKey,
}: {
  readonly caption: string;
  readonly captionLook?: 'shown' | 'hidden';
  readonly columns: ReadonlyArray<TableColumn<Row>>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
}) {
  const look = (column: TableColumn<Row>) =>
    cx(column.kind === 'number' ? styles.number : null, column.need === 'extra' ? styles.extra : null);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroller} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={captionLook === 'hidden' ? styles.hidden : styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={look(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.kind === 'row-header' ? (
                  <th key={column.id} scope="row" className={look(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={look(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
