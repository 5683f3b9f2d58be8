import type { ParetoBar } from '../../reading/goal-causes.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './pareto-list.module.css';

const LONGEST = 70;

type Props = {
  readonly label: string;
  readonly bars: readonly ParetoBar[];
  /** The count of the longest bar: lists side by side share it. */
  readonly most: number;
  /** What the percentage is, for readers. */
  readonly share: string;
};

/** Bars from zero each with its count and a share. A list: its words are its table. */
export function ParetoList({ label, bars, most, share }: Props) {
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id} className={bar.cut ? styles.cut : undefined}>
          <span>{bar.label}</span>
          <svg width="74" height="14" viewBox="0 0 74 14" aria-hidden="true">
            <rect
              className={bar.look === 'soft' ? styles.soft : styles.bar}
              y="2"
              width={Math.round((bar.count / Math.max(1, most)) * LONGEST * 10) / 10}
              height="10"
            />
          </svg>
          <b>{bar.countText}</b>
          <span className={styles.share}>
            <VisuallyHidden>, {share} </VisuallyHidden>
            {bar.shareText}
          </span>
        </li>
      ))}
    </ul>
  );
}
