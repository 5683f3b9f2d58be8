import { memo } from 'react';
import type { FunnelGeometry, FunnelMark } from './funnel-geometry.ts';
import styles from './funnel.module.css';

/** A funnel plot as plain SVG; marks differ by shape, not by colour. Hidden from readers: whoever mounts it names it. */
export const FunnelSvg = memo(function FunnelSvg({
  geometry,
  countedIn,
}: {
  readonly geometry: FunnelGeometry;
  readonly countedIn: string;
}) {
  const { width, height, plot, valueTicks, countTicks, names, labels, marks } = geometry;
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className={styles.grid} d={geometry.grid} />
      {valueTicks.map(({ y, text }) => (
        <text key={y} className={styles.tick} x={plot.x0 - 6} y={y} textAnchor="end">
          {text}
        </text>
      ))}
      <path className={styles.average} d={geometry.average} />
      <path className={styles.outer} d={geometry.outer} />
      <path className={styles.inner} d={geometry.inner} />
      {geometry.target === '' ? null : <path className={styles.target} d={geometry.target} />}
      <path className={styles.axis} d={geometry.axis} />
      {countTicks.map(({ x, text }) => (
        <text key={x} className={styles.tick} x={x} y={plot.y1 + 17} textAnchor="middle">
          {text}
        </text>
      ))}
      <text className={styles.tick} x={plot.x0} y={plot.y1 + 33}>
        {`Number of ${countedIn}`}
      </text>
      {marks.map((mark) => (
        <Mark key={mark.team.id} mark={mark} />
      ))}
      {names.map(({ x, y, anchor, text, look }) => (
        <text key={text} className={look === 'strong' ? styles.strong : styles.name} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      {labels.map(({ x, y, text, look }) => (
        <text key={text} className={look === 'target' ? styles.targetLabel : styles.tick} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
});

/** Inside: a dot. Between the limits: a ring. Outside both: a ring around a dot. */
function Mark({ mark: { team, x, y } }: { readonly mark: FunnelMark }) {
  switch (team.place) {
    case 'inside':
      return <circle className={styles.inside} cx={x} cy={y} r="3" />;
    case 'between':
      return <circle className={styles.ring} cx={x} cy={y} r="4" />;
    case 'outside':
      return (
        <>
          <circle className={styles.ring} cx={x} cy={y} r="6" />
          <circle className={styles.dot} cx={x} cy={y} r="3" />
        </>
      );
  }
}
