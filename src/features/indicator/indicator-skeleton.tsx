import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './indicator.module.css';

/** The first load in its final layout: blocks hold the final sizes, nothing moves. */
export function IndicatorSkeleton() {
  return (
    <div>
      <VisuallyHidden as="p">Loading the figures</VisuallyHidden>
      <div className={styles.top} aria-hidden="true">
        <div className={styles.region}>
          <p className={styles.value}>
            <Skeleton width={160} height={44} />
          </p>
          <p className={styles.status}>
            <Skeleton width={220} />
          </p>
          <p className={styles.meta}>
            <Skeleton width={260} />
          </p>
          <p className={styles.meta}>
            <Skeleton width={120} />
          </p>
        </div>
        <div className={styles.region}>
          <Skeleton width="100%" height={392} />
        </div>
      </div>
    </div>
  );
}
