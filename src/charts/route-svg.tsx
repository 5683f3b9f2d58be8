import type { RouteLabel } from './route-labels.ts';
import type { RouteGeometry } from './route-geometry.ts';
import styles from './route.module.css';

const LABEL_LOOKS = { plain: styles.label, target: styles.targetLabel, strong: styles.value } as const;

/** The picture of a route. Hidden from readers: the chart around it has its words. */
export function RouteSvg({ geometry }: { readonly geometry: RouteGeometry }) {
  const { width, height, scales, grid, axis, arrival, gap, now, annotations, folds } = geometry;
  const { plot } = scales;
  return (
    <svg
      className={styles.picture}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {grid.map(({ y, text }) => (
        <g key={text}>
          <path className={styles.grid} d={`M${plot.x0} ${y}H${plot.x1}`} />
          <text className={styles.tick} x={plot.x0 - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={axis.d} />
      {axis.months.map(({ x, text }) => (
        <text key={x} className={styles.tick} x={x} y={plot.y1 + 15}>
          {text}
        </text>
      ))}
      {axis.years.map(({ x, text }) => (
        <text key={x} className={styles.year} x={x} y={plot.y1 + 28}>
          {text}
        </text>
      ))}
      {annotations.map(({ x, top, text }, k) => (
        <g key={`${k} ${x}`}>
          <path className={styles.annotation} d={`M${x} ${top}V${plot.y1}`} />
          {text === null ? null : (
            <text className={styles.annotationText} x={text.x} y="11" textAnchor={text.anchor}>
              {text.words}
            </text>
          )}
        </g>
      ))}
      {folds.map(({ x, text }) => (
        <text key={x} className={styles.annotationText} x={x} y="11" textAnchor="middle">
          {text}
        </text>
      ))}
      <path className={styles.fan} d={geometry.fan} />
      <path className={styles.goal} d={geometry.goalLine} />
      <path className={styles.plan} d={geometry.plan} />
      <path className={styles.milestone} d={geometry.milestones} />
      {geometry.dateLine === null ? null : <path className={styles.axis} d={geometry.dateLine} />}
      <path className={styles.forecast} d={geometry.middle} />
      <path className={styles.travelled} d={geometry.travelled} />
      {arrival === null ? null : (
        <>
          <path className={styles.rangeBar} d={arrival.bar} />
          <path className={styles.rangeEnd} d={arrival.ends} />
          {arrival.dot === null ? null : (
            <>
              <circle className={styles.halo} cx={arrival.dot.x} cy={arrival.dot.y} r="6.5" />
              <circle className={styles.dot} cx={arrival.dot.x} cy={arrival.dot.y} r="5" />
            </>
          )}
        </>
      )}
      {gap === null ? null : <path className={styles[gap.status]} d={gap.d} />}
      {now === null ? null : (
        <>
          <circle className={styles.halo} cx={now.x} cy={now.y} r="5.5" />
          <circle className={styles.dot} cx={now.x} cy={now.y} r="4.2" />
        </>
      )}
      {geometry.leader === null ? null : <path className={styles.leader} d={geometry.leader} />}
      {geometry.labels.map((label) => (
        <Label key={label.id} label={label} />
      ))}
    </svg>
  );
}

function Label({ label }: { readonly label: RouteLabel }) {
  return label.lines.map((line, k) => (
    <text
      key={line}
      className={k === 0 ? LABEL_LOOKS[label.look] : styles.label}
      x={label.x}
      y={label.y + k * label.leading}
      textAnchor={label.anchor}
    >
      {line}
    </text>
  ));
}
