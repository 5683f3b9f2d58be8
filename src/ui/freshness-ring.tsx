import { cx } from './cx.ts';
import styles from './freshness-ring.module.css';

/** The heartbeat: fills until the next check, breaks when the service is not heard. Hidden from readers; the words beside it say it. */
export function FreshnessRing({
  state,
  share = 0,
  size = 16,
  className,
}: {
  readonly state: 'heard' | 'lost';
  /** Share of the wait that has passed, 0..1. */
  readonly share?: number;
  readonly size?: number;
  readonly className?: string | undefined;
}) {
  const half = size / 2;
  const radius = Math.round((half - size * 0.09) * 10) / 10;
  const width = Math.round(size * 1.4) / 10;
  const round = 2 * Math.PI * radius;
  return (
    <svg
      className={cx(styles.ring, className)}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <circle
        className={state === 'lost' ? styles.lost : styles.track}
        cx={half}
        cy={half}
        r={radius}
        strokeWidth={width}
      />
      {state === 'heard' ? (
        <circle
          className={styles.on}
          cx={half}
          cy={half}
          r={radius}
          strokeWidth={width}
          strokeDasharray={`${(round * Math.min(1, Math.max(0, share))).toFixed(1)} ${round.toFixed(1)}`}
          transform={`rotate(-90 ${half} ${half})`}
        />
      ) : null}
    </svg>
  );
}
