import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** A line under the page head for what concerns more than one tile: 40 px, grows when its text wraps. Spoken politely when it appears. */
export function Banner({
  lead,
  children,
  action = null,
}: {
  /** Mark and word: a stale `StatusChip`, or a `FreshnessRing` and "Disconnected". */
  readonly lead: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.banner} role="status">
      <span className={styles.lead}>{lead}</span>
      <span>{children}</span>
      {action === null ? null : <span className={styles.action}>{action}</span>}
    </div>
  );
}
