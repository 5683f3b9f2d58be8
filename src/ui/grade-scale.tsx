import type { Freshness, StatusShape } from './mark-shapes.ts';
import { cx } from './cx.ts';
import styles from './grade-scale.module.css';

const HALF = 6.5;

/** The status shape, 13 px, around 0,0. */
function pointerPath(status: StatusShape): string {
  if (status === 'act') return 'M0-7.3 7.3 0 0 7.3-7.3 0Z';
  if (status === 'watch') return 'M0-6.5 7 5.6H-7Z';
  const r = HALF * 0.92;
  return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/**
 * A school mark on its scale: 0 to 5 failed, 5 to 6 in doubt, 6 to 10 buys again. Takes the width it is given, 34 px high;
 * positions are shares of the width, so it needs no measuring.
 */
export function GradeScale({
  grade,
  status,
  label,
  freshness = 'fresh',
}: {
  /** 0..10; null draws the scale without a pointer. */
  readonly grade: number | null;
  readonly status: StatusShape;
  /** What a screen reader hears, such as "Quality: grade 7.2 of 10". */
  readonly label: string;
  readonly freshness?: Freshness;
}) {
  const at = (value: number) => `${value * 10}%`;
  return (
    <span className={styles.scale}>
      <svg className={styles.svg} role="img" aria-label={label}>
        <rect className={styles.fail} x="0" y="10" width="50%" height="4" />
        <rect className={styles.doubt} x="50%" y="10" width="10%" height="4" />
        <rect className={styles.buy} x="60%" y="10.5" width="40%" height="3" />
        {[5, 6, 10].map((value) => (
          <line key={value} className={styles.tick} x1={at(value)} x2={at(value)} y1="5" y2="19" />
        ))}
        {[5, 6, 10].map((value) => (
          <text key={value} className={styles.number} x={at(value)} y="32" textAnchor={value === 10 ? 'end' : 'middle'}>
            {value}
          </text>
        ))}
        {grade === null ? null : (
          <svg x={at(Math.min(10, Math.max(0, grade)))} y="12" overflow="visible">
            <path
              className={cx(styles.pointer, freshness === 'stale' ? styles.stale : undefined, styles[status])}
              d={pointerPath(status)}
            />
          </svg>
        )}
      </svg>
    </span>
  );
}
