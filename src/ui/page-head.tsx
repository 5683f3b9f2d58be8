import type { ReactNode } from 'react';
import styles from './page-head.module.css';

/** Title at the left, controls of 32 px at the right, 64 px high; wraps where it must. */
export function PageHead({
  title,
  sub = null,
  controls = null,
}: {
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  readonly controls?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {sub === null ? null : <p className={styles.sub}>{sub}</p>}
      {controls === null ? null : <div className={styles.controls}>{controls}</div>}
    </div>
  );
}
