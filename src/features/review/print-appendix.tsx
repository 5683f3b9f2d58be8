import type { SixTwelvePoint } from '../../charts/six-twelve-types.ts';
import { NineFigures } from '../../parts/nine-figures.tsx';
import { nineFiguresModel } from '../../reading/nine-figures.ts';
import { sixTwelveModel } from '../../reading/six-twelve-model.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import type { ReviewModel } from './review-model.ts';
import styles from './print.module.css';

/** On wish, what the charts show as tables: every measure of the agenda by week and by month, and its nine figures. */
export function PrintAppendix({ model }: { readonly model: ReviewModel }) {
  const { card, formats, agenda } = model;
  const listed = agenda.groups.flatMap(({ shape, word, rows }) =>
    rows.flatMap(({ id, name }) => {
      const reading = card.reading(id);
      if (reading?.kind !== 'read') return [];
      const nine = nineFiguresModel(card, reading, formats);
      // Figures stand without units here: the row says them, as in the nine figures.
      return {
        id,
        name,
        shape,
        word,
        nine,
        header: nine.rows[0]?.header ?? name,
        ...sixTwelveModel(card, reading, formats),
      };
    }),
  );
  if (listed.length === 0) return null;
  return (
    <article className={styles.next} aria-label="Tables">
      <header className={styles.head}>
        <h1>Tables of the measures on the agenda</h1>
      </header>
      <Matrix title="Last 6 weeks" rows={listed.map(({ id, header, weeks }) => ({ id, header, points: weeks }))} />
      <Matrix title="Last 12 months" rows={listed.map(({ id, header, months }) => ({ id, header, points: months }))} />
      <h2 className={styles.tablesTitle}>Last week, its changes, and month, quarter and year to date</h2>
      <div className={styles.nines}>
        {listed.map(({ id, name, nine, shape, word }) => (
          <section key={id} className={styles.nine}>
            <h3 className={styles.group}>
              {name} <StatusChip status={shape} word={word} />
            </h3>
            <NineFigures model={nine} />
          </section>
        ))}
      </div>
    </article>
  );
}

type MatrixProps = {
  readonly title: string;
  readonly rows: ReadonlyArray<{
    readonly id: string;
    readonly header: string;
    readonly points: readonly SixTwelvePoint[];
  }>;
};

/** A row for each measure, a column for each week or month. A figure that cannot be given is a dash, never a zero. */
function Matrix({ title, rows }: MatrixProps) {
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <table className={styles.matrix}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <td />
          {first.points.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, header, points }) => (
          <tr key={id}>
            <th scope="row">{header}</th>
            {points.map(({ id: at, figure }) => (
              <td key={at}>{figure.kind === 'none' ? '–' : figure.label}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
