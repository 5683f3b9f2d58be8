import { allQuietWords, ruleWords, type AgendaRow } from '../../reading/agenda.ts';
import { Mark } from '../../ui/mark.tsx';
import { SIGNAL_WORDS } from '../../ui/signal-chip.tsx';
import type { SignalShape } from '../../ui/mark-shapes.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import { ChangedStatuses, RestatedFigures } from './since-parts.tsx';
import type { ReviewModel } from './review-model.ts';
import styles from './print.module.css';

/** A page has room for so many restated figures. */
const MOST_RESTATED = 5;
const SHAPES: readonly SignalShape[] = ['concerning', 'improving', 'neutral'];

/** Exceptions by status, worst first, and what changed since the last review. */
export function PrintAgenda({ model, current }: { readonly model: ReviewModel; readonly current: string | null }) {
  const { agenda, restated, since, week } = model;
  const marks = SHAPES.filter((shape) => agenda.rows.some(({ mark }) => mark === shape));
  return (
    <div className={styles.agenda}>
      <section className={styles.section}>
        <h2>Exceptions</h2>
        <p className={styles.note}>
          {agenda.rows.length > 0
            ? ruleWords(agenda)
            : week === 'no-data'
              ? 'No figure stands in this week.'
              : allQuietWords(agenda)}
        </p>
        {agenda.groups.map(({ status, shape, word, rows }) => (
          <div key={status}>
            <h3 className={styles.group}>
              <StatusChip status={shape} word={word} /> <span>{rows.length}</span>
            </h3>
            <ul>
              {rows.map((row) => (
                <Row key={row.id} row={row} restated={restated.get(row.id) ?? null} isCurrent={row.id === current} />
              ))}
            </ul>
          </div>
        ))}
        {marks.length === 0 ? null : (
          <p className={styles.key}>
            {marks.map((shape) => (
              <span key={shape}>
                <Mark shape={shape} size={9} /> {SIGNAL_WORDS[shape]}
              </span>
            ))}
          </p>
        )}
      </section>
      <section className={styles.section}>
        <h2>Since last review</h2>
        <p className={styles.note}>{since.against}</p>
        <h3 className={styles.sub}>Changed status</h3>
        <ChangedStatuses statuses={since.statuses} />
        <h3 className={styles.sub}>Restated</h3>
        <RestatedFigures restated={since.restated} most={MOST_RESTATED} />
      </section>
    </div>
  );
}

type RowProps = { readonly row: AgendaRow; readonly restated: string | null; readonly isCurrent: boolean };

function Row({ row: { mark, name, value, gap }, restated, isCurrent }: RowProps) {
  return (
    <li className={styles.row}>
      <span className={styles.mark}>{mark === null ? null : <Mark shape={mark} size={9} />}</span>
      <span className={isCurrent ? styles.current : undefined}>
        {name}
        {restated === null ? null : <span className={styles.restated}>{restated}</span>}
      </span>
      <b>{value}</b>
      <span className={styles.gap}>{gap}</span>
    </li>
  );
}
