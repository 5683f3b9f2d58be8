import { spread } from './spread.ts';
import { rounded } from './paths.ts';
import styles from './range-bar.module.css';

const WIDTH = 252;
const LINE = 12;

/** Axis length of a range: one, one and a half, two, three or five times a power of ten, so that neighbouring weeks share it. */
export function rangeScale(high: number): number {
  if (!(high > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(high));
  const step = [1, 1.5, 2, 3, 5, 10].find((s) => s * power >= high) ?? 10;
  return step * power;
}

/**
 * An estimate with its range beside what was really heard, on one scale from zero, 252 x 40.
 * The estimate never stands without its range.
 */
export function RangeBar({
  label,
  heard,
  low,
  estimate,
  high,
  format,
}: {
  /** What a screen reader hears: "58 heard; silent 520, range 180 to 1,450". */
  readonly label: string;
  readonly heard: number;
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
  readonly format: (value: number) => string;
}) {
  const most = rangeScale(Math.max(high, heard));
  const x = (value: number) => rounded(2 + (Math.max(0, value) / most) * (WIDTH - 4));
  const texts = spread(
    [
      { at: 0, text: format(heard), key: 'heard' },
      { at: x(low), text: format(low), key: 'low' },
      { at: x(estimate), text: format(estimate), key: 'estimate' },
      { at: x(high), text: format(high), key: 'high' },
    ].map((tick) => ({ ...tick, at: Math.min(tick.at, WIDTH - 2) })),
    {
      gap: (a, b) => (a.text.length + b.text.length) * 3.3 + 5,
      from: 2 + format(heard).length * 3.3,
      to: WIDTH - format(high).length * 3.3,
    },
  );
  return (
    <svg className={styles.range} width={WIDTH} height="40" viewBox={`0 0 ${WIDTH} 40`} role="img" aria-label={label}>
      <path className={styles.axis} d={`M${x(0)} ${LINE}H${x(most)}`} />
      <rect className={styles.heard} x={x(0)} y="7" width={Math.max(2, rounded(x(heard) - x(0)))} height="10" />
      <path className={styles.bar} d={`M${x(low)} ${LINE}H${x(high)}`} />
      <path className={styles.end} d={`M${x(low)} 7V17M${x(high)} 7V17`} />
      <circle className={styles.halo} cx={x(estimate)} cy={LINE} r="6" />
      <circle className={styles.dot} cx={x(estimate)} cy={LINE} r="4.5" />
      {texts.map((tick) => (
        <text
          key={tick.key}
          className={tick.key === 'estimate' ? styles.strong : styles.text}
          x={rounded(tick.place)}
          y="33"
          textAnchor="middle"
        >
          {tick.text}
        </text>
      ))}
    </svg>
  );
}
