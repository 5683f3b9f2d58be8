import { memo } from 'react';
import {
  ARRIVAL_HEIGHT,
  arrivalGeometry,
  arrivalMonths,
  type ArrivalModel,
  type ArrivalSpan,
} from './arrival-geometry.ts';
import styles from './route-bar.module.css';

/** When a goal is due and when it will be reached, on the months that all goals share. Its words stand beside it. */
export const ArrivalBar = memo(function ArrivalBar({
  due,
  arrival,
  span,
  width,
}: ArrivalModel & { readonly span: ArrivalSpan; readonly width: number }) {
  const { grid, axis, goalTick, bar, ends, dot, arrow } = arrivalGeometry({ due, arrival }, span, width);
  return (
    <svg
      className={styles.picture}
      width={width}
      height={ARRIVAL_HEIGHT}
      viewBox={`0 0 ${width} ${ARRIVAL_HEIGHT}`}
      aria-hidden="true"
    >
      <path className={styles.grid} d={grid} />
      <path className={styles.axis} d={axis} />
      {goalTick === null ? null : <path className={styles.goalTick} d={goalTick} />}
      {bar === null ? null : <path className={styles.rangeBar} d={bar} />}
      {ends === null ? null : <path className={styles.rangeEnd} d={ends} />}
      {dot === null ? null : (
        <>
          <circle className={styles.halo} cx={dot.x} cy={dot.y} r="6" />
          <circle className={styles.dot} cx={dot.x} cy={dot.y} r="4.5" />
        </>
      )}
      {arrow === null ? null : <path className={styles[arrow.look]} d={arrow.d} />}
    </svg>
  );
});

/** The months over the arrivals. */
export const ArrivalAxis = memo(function ArrivalAxis({
  span,
  width,
  locale,
}: {
  readonly span: ArrivalSpan;
  readonly width: number;
  readonly locale: string;
}) {
  return (
    <svg className={styles.picture} width={width} height="18" viewBox={`0 0 ${width} 18`} aria-hidden="true">
      {arrivalMonths(span, width, locale).map(({ x, text }) => (
        <text key={x} className={styles.text} x={x} y="13">
          {text}
        </text>
      ))}
    </svg>
  );
});
