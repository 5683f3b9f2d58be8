import { MARK_OUTLINES, type MarkShape } from './mark-shapes.ts';
import { cx } from './cx.ts';
import styles from './mark.module.css';

/** A status or signal shape in the current colour, 11 px unless told; hidden from readers, the word stands beside it. */
export function Mark({
  shape,
  size = 11,
  className,
}: {
  readonly shape: MarkShape;
  readonly size?: number;
  readonly className?: string | undefined;
}) {
  const outline = MARK_OUTLINES[shape];
  return (
    <svg
      className={cx(styles.mark, className)}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      data-shape={shape}
    >
      {outline.stroke === null ? (
        <path d={outline.d} fill="currentColor" />
      ) : (
        <path
          d={outline.d}
          fill="none"
          stroke="currentColor"
          strokeWidth={outline.stroke}
          strokeDasharray={outline.dash}
        />
      )}
    </svg>
  );
}
