import type { SinceReview } from '../../reading/since-review.ts';
import { Mark } from '../../ui/mark.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import type { StatusShape } from '../../ui/mark-shapes.ts';
import styles from './since.module.css';

const COLOURS: Readonly<Record<StatusShape, string | undefined>> = {
  on: styles.on,
  watch: styles.watch,
  act: styles.act,
  none: styles.none,
  few: styles.none,
};

/** Statuses that changed: the mark and word of then, and the chip of now. */
export function ChangedStatuses({ statuses }: Pick<SinceReview, 'statuses'>) {
  if (statuses.length === 0) return <p className={styles.nothing}>No status changed.</p>;
  return (
    <ul>
      {statuses.map(({ id, name, from, to }) => (
        <li key={id} className={styles.change}>
          <span>{name}</span>
          <span className={styles.to}>
            <span className={COLOURS[from.shape]}>
              <Mark shape={from.shape} />
            </span>
            {from.word} to <StatusChip status={to.shape} word={to.word} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Figures that are others than they were: "In full, week 45 was 94.1, now 93.6". */
export function RestatedFigures({ restated, most }: Pick<SinceReview, 'restated'> & { readonly most?: number }) {
  if (restated.length === 0) return <p className={styles.nothing}>No figure was restated.</p>;
  const shown = most === undefined ? restated : restated.slice(0, most);
  const more = restated.length - shown.length;
  return (
    <ul>
      {shown.map(({ id, name, week, weekName, was, now, note }) => (
        <li key={`${id} ${week}`} className={styles.restatement}>
          <span className={styles.change}>
            <span>
              {name}, {weekName}
            </span>
            <span className={styles.figures}>
              was {was}, now <b>{now}</b>
            </span>
          </span>
          {note === '' ? null : <span className={styles.note}>{note}</span>}
        </li>
      ))}
      {more === 0 ? null : <li className={styles.note}>and {more} more in section 2</li>}
    </ul>
  );
}
