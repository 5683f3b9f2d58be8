import { memo } from 'react';
import type { SinceReview } from '../../reading/since-review.ts';
import { ChangedStatuses, RestatedFigures } from './since-parts.tsx';
import styles from './since.module.css';

const MOST_RESTATED = 4;

/** What happened since the last review, in short, beside every step. */
export const SinceAside = memo(function SinceAside({ since }: { readonly since: SinceReview }) {
  return (
    <section className={styles.aside} aria-labelledby="review-since">
      <h2 id="review-since" className={styles.heading}>
        Since last review
      </h2>
      <h3 className={styles.sub}>Changed status</h3>
      <ChangedStatuses statuses={since.statuses} />
      <h3 className={styles.sub}>Restated</h3>
      <RestatedFigures restated={since.restated} most={MOST_RESTATED} />
      <p className={styles.note}>{since.against}</p>
    </section>
  );
});
