import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Text for screen readers alone. */
export function VisuallyHidden({
  children,
  as: Tag = 'span',
}: {
  readonly children: ReactNode;
  readonly as?: 'span' | 'p' | 'div' | 'h2';
}) {
  return <Tag className={styles.hidden}>{children}</Tag>;
}
