import { SignalChip } from '../ui/signal-chip.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import type { SixTwelveModel, SixTwelvePoint } from './six-twelve-types.ts';
import styles from './six-twelve.module.css';

type Column = TableColumn<SixTwelvePoint>;

function columnsOf(name: string, points: readonly SixTwelvePoint[]): readonly Column[] {
  const where = (wanted: (point: SixTwelvePoint) => boolean, column: Column): readonly Column[] =>
    points.some(wanted) ? [column] : [];
  return [
    { id: 'when', header: name, kind: 'row-header', cell: (point) => point.title },
    {
      id: 'value',
      header: 'Value',
      kind: 'number',
      cell: ({ figure }) => (figure.kind === 'none' ? 'No figure' : figure.text),
    },
    ...where(({ lastYear }) => lastYear !== null, {
      id: 'last-year',
      header: 'Last year',
      kind: 'number',
      cell: ({ lastYear }) => lastYear?.text ?? '',
    }),
    ...where(({ target }) => target !== null, {
      id: 'target',
      header: 'Target',
      kind: 'number',
      cell: ({ target }) => target?.text ?? '',
    }),
    ...where(({ gap }) => gap !== null, {
      id: 'gap',
      header: 'Gap',
      kind: 'number',
      need: 'extra',
      cell: ({ gap }) => gap ?? '',
    }),
    ...where(({ figure }) => figure.kind !== 'none' && figure.signal !== null, {
      id: 'signal',
      header: 'Signal',
      kind: 'text',
      cell: ({ figure }) =>
        figure.kind === 'none' || figure.signal === null ? '' : <SignalChip signal={figure.signal} />,
    }),
    ...where(({ figure, notes }) => figure.kind === 'none' || notes.length > 0, {
      id: 'notes',
      header: 'Notes',
      kind: 'text',
      need: 'extra',
      cell: ({ figure, notes }) => [...(figure.kind === 'none' ? [figure.reason] : []), ...notes].join(' · '),
    }),
  ];
}

/** The same weeks and months as two real tables, newest first; also what a print appends. */
export function SixTwelveTable({ model }: { readonly model: SixTwelveModel }) {
  const parts = [
    { name: 'Week', caption: `${model.title}, last 6 weeks`, points: model.weeks },
    { name: 'Month', caption: `${model.title}, last 12 months`, points: model.months },
  ];
  return (
    <div className={styles.tables}>
      {parts.map(({ name, caption, points }) => (
        <Table
          key={name}
          caption={caption}
          columns={columnsOf(name, points)}
          rows={points.toReversed()}
          rowKey={(point) => point.id}
        />
      ))}
    </div>
  );
}
