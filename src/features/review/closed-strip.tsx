import styles from './review.module.css';
import type { ReviewModel } from './review-model.ts';

/** A closed review says so: its figures are those of the day on which it was closed. */
export function ClosedStrip({ closed, restated }: Pick<ReviewModel, 'closed' | 'restated'>) {
  if (closed === null) return null;
  const { size } = restated;
  const since =
    closed.present === 'not-read'
      ? 'What was restated since could not be read.'
      : size === 0
        ? 'Nothing was restated since.'
        : `${size} ${size === 1 ? 'figure was' : 'figures were'} restated since, marked beside ${size === 1 ? 'it' : 'them'}.`;
  return (
    <p className={styles.closed} role="status">
      <b>
        Closed by {closed.by} on {closed.at}: figures as they were then.
      </b>{' '}
      {since}
    </p>
  );
}
