import { useId } from 'react';
import type { NineCell, NineColumn, NineModel, NineRow } from '../reading/nine-figures.ts';
import styles from './nine-figures.module.css';

type Props = {
  readonly model: NineModel;
  /** `across`: a column for each figure (672 px). `down`: a row for each, for a phone. */
  readonly layout?: 'across' | 'down';
};

/** Last week, its changes, and month, quarter and year to date; where a figure cannot be given, why. */
export function NineFigures({ model, layout = 'across' }: Props) {
  return (
    <div className={styles.nine}>
      <table className={layout === 'across' ? styles.across : styles.down}>
        <caption className={styles.caption}>{model.caption}</caption>
        {layout === 'across' ? <Across model={model} /> : <Down model={model} />}
      </table>
      {model.notes.length === 0 ? null : (
        <ul className={styles.notes} aria-label="Figures that cannot be given">
          {model.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Across({ model: { columns, rows } }: Pick<Props, 'model'>) {
  return (
    <>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column.id} scope="col">
              <ColumnName column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.header}</th>
            {columns.map((column, index) => (
              <Cell key={column.id} cell={row.cells[index]} />
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function Down({ model: { columns, rows } }: Pick<Props, 'model'>) {
  return (
    <>
      <thead>
        <tr>
          <td />
          {rows.map((row) => (
            <th key={row.id} scope="col">
              {SHORT[row.id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column, index) => (
          <tr key={column.id}>
            <th scope="row">
              <ColumnName column={column} />
            </th>
            {rows.map((row) => (
              <Cell key={row.id} cell={row.cells[index]} />
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

const SHORT: Readonly<Record<NineRow['id'], string>> = {
  now: 'Now',
  'last-year': 'Last year',
  change: 'Change',
  gap: 'Vs target',
};

function ColumnName({ column }: { readonly column: NineColumn }) {
  return column.header === column.words ? column.header : <abbr title={column.words}>{column.header}</abbr>;
}

function Cell({ cell = { kind: 'blank' } }: { readonly cell: NineCell | undefined }) {
  const id = useId();
  switch (cell.kind) {
    case 'figure':
      return <td>{cell.look === 'strong' ? <b>{cell.text}</b> : cell.text}</td>;
    case 'blank':
      return <td />;
    case 'none':
      return (
        <td className={styles.none}>
          <button type="button" aria-describedby={id}>
            no figure
          </button>
          <span id={id} role="tooltip" className={styles.reason}>
            {cell.reason}
          </span>
        </td>
      );
  }
}
