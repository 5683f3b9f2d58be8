import type { ReactNode } from 'react';
import styles from './h-bars.module.css';

export type HBar = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** Value and its share as they are shown, such as `276` and `8.6 %`. */
  readonly valueText: string;
  readonly shareText: string | null;
};

const WIDTH = 100;

/** Bars of 100 x 10 from zero in rows of 28 px, on one scale. A list: its words and numbers are its table. */
export function HBars({
  label,
  bars,
  nameOf = (bar) => bar.label,
}: {
  readonly label: string;
  readonly bars: readonly HBar[];
  /** What stands before a bar, such as a link to its calculation; its label where not given. */
  readonly nameOf?: (bar: HBar) => ReactNode;
}) {
  const largest = Math.max(0, ...bars.map((bar) => bar.value));
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <span>{nameOf(bar)}</span>
          <svg width={WIDTH} height="14" viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
            <rect
              className={styles.bar}
              y="2"
              width={largest > 0 ? Math.round((Math.max(0, bar.value) / largest) * WIDTH * 10) / 10 : 0}
              height="10"
            />
          </svg>
          <span className={styles.value}>{bar.valueText}</span>
          {bar.shareText === null ? null : <span className={styles.share}>{bar.shareText}</span>}
        </li>
      ))}
    </ul>
  );
}
