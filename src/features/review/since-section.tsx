import type { SinceReview } from '../../reading/since-review.ts';
import styles from './review.module.css';
import { ChangedStatuses, RestatedFigures } from './since-parts.tsx';

/** Everything that happened since the last review. */
export function SinceSection({ since }: { readonly since: SinceReview }) {
  return (
    <>
      <h2 id="review-focus" className={styles.heading}>
        What happened since the last review
      </h2>
      <p className={styles.intro}>{since.against}</p>
      <h3 className={styles.sub}>Changed status</h3>
      <ChangedStatuses statuses={since.statuses} />
      <h3 className={styles.sub}>Restated figures</h3>
      <RestatedFigures restated={since.restated} />
    </>
  );
}
