import { HeardStatus } from '../../parts/heard-status.tsx';
import { LineText, TileValue } from '../../parts/tile-value.tsx';
import type { FocusModel } from '../../reading/review-focus.ts';
import { SignalChip } from '../../ui/signal-chip.tsx';
import styles from './focus.module.css';

type Props = {
  readonly focus: FocusModel;
  /** "restated since: now 93.6 %"; null where the figure is still the same, or the review is open. */
  readonly restated: string | null;
};

/** Value, status, gap, change and the signals of a measure: what is talked about first. */
export function FocusFigures({ focus, restated }: Props) {
  const { tile, signal } = focus;
  return (
    <div className={styles.figures}>
      <p className={styles.value}>
        <TileValue tile={tile} />
      </p>
      <div className={styles.lines}>
        <p className={styles.first}>
          <HeardStatus status={tile.status} />
          <span>
            <LineText line={tile.gap} />
          </span>
          <span className={styles.change}>
            <LineText line={tile.change} />
          </span>
        </p>
        {signal === null ? (
          <p className={styles.quiet}>No signal in this week.</p>
        ) : (
          <p className={styles.second}>
            <SignalChip signal={signal.tone} />
            <span>{signal.words}</span>
          </p>
        )}
        {restated === null ? null : <p className={styles.restated}>{restated}</p>}
      </div>
    </div>
  );
}

/** Its name, which leads to its own page, and what it counts. */
export function FocusName({ focus, href }: Pick<Props, 'focus'> & { readonly href: string }) {
  return (
    <div className={styles.title}>
      <h2 className={styles.name}>
        <a href={href} className={styles.page}>
          {focus.name}
        </a>
      </h2>
      <p className={styles.definition}>{focus.definition}</p>
    </div>
  );
}
