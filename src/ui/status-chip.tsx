import { Mark } from './mark.tsx';
import { staleShape, type Freshness, type StatusShape } from './mark-shapes.ts';
import { cx } from './cx.ts';
import styles from './chips.module.css';

export const STATUS_WORDS: Readonly<Record<StatusShape, string>> = {
  on: 'On target',
  watch: 'Watch',
  act: 'Act',
  none: 'No target',
  few: 'Not enough data',
};

/** Shape and word of a status: mark 11, gap 6, word 13/600. A stale one is hollow and its word says of when ("Watch, week 45"). */
export function StatusChip({
  status,
  word = STATUS_WORDS[status],
  freshness = 'fresh',
  className,
}: {
  readonly status: StatusShape;
  readonly word?: string;
  readonly freshness?: Freshness;
  readonly className?: string | undefined;
}) {
  return (
    <span className={cx(styles.chip, styles[status], className)}>
      <Mark shape={freshness === 'stale' ? staleShape(status) : status} />
      {word}
    </span>
  );
}
