import { KeySwatch } from '../../charts/key-swatch.tsx';
import { Mark } from '../../ui/mark.tsx';
import { SignalChip } from '../../ui/signal-chip.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import styles from './key.module.css';

/** The only legend: it explains marks, not series. */
export function Key() {
  return (
    <aside className={styles.key} aria-label="How to read">
      <div>
        <h3>How to read</h3>
        <ul>
          <li>
            <StatusChip status="on" />
          </li>
          <li>
            <StatusChip status="watch" />
          </li>
          <li>
            <StatusChip status="act" />
          </li>
          <li>
            <StatusChip status="none" />
          </li>
          <li>
            <StatusChip status="few" />
          </li>
          <li className={styles.stale}>
            <Mark shape="on-stale" />
            Stale
          </li>
        </ul>
      </div>
      <ul>
        <li>
          <KeySwatch mark="variation" />
          Natural variation
        </li>
        <li>
          <KeySwatch mark="target" />
          Target
        </li>
        <li>
          <KeySwatch mark="last-week" />
          Last complete week
        </li>
        <li>
          <KeySwatch mark="week-so-far" />
          Week so far, not counted
        </li>
        <li className={styles.signal}>
          <SignalChip signal="improving" word="Improving signal" />
        </li>
        <li className={styles.signal}>
          <SignalChip signal="concerning" word="Concerning signal" />
        </li>
        <li className={styles.signal}>
          <SignalChip signal="neutral" word="Neutral signal" />
        </li>
      </ul>
      <p className={styles.grade}>Grade 0–10: 5 or less failed, 6 buys again, 10 delighted</p>
    </aside>
  );
}
