import { Mark } from './mark.tsx';
import type { SignalShape } from './mark-shapes.ts';
import { cx } from './cx.ts';
import styles from './chips.module.css';

export const SIGNAL_WORDS: Readonly<Record<SignalShape, string>> = {
  improving: 'Improving',
  concerning: 'Concerning',
  neutral: 'Neutral',
};

/** Shape and word of a signal: mark 9, gap 6. In a list the mark stands last, so that words align at the right edge. */
export function SignalChip({
  signal,
  word = SIGNAL_WORDS[signal],
  markAt = 'start',
  className,
}: {
  readonly signal: SignalShape;
  readonly word?: string;
  readonly markAt?: 'start' | 'end';
  readonly className?: string | undefined;
}) {
  return (
    <span className={cx(styles.chip, styles[signal], markAt === 'end' ? styles.markLast : undefined, className)}>
      <Mark shape={signal} size={9} />
      {word}
    </span>
  );
}
