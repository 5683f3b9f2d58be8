import { signalStroke } from './signal-marks.ts';
import type { TrendGeometry } from './trend-geometry.ts';
import styles from './trend.module.css';

type Props = { readonly geometry: TrendGeometry };

/** Grid and value axis: behind everything but the bands. */
export function GridLayer({ geometry }: Props) {
  return (
    <g>
      {geometry.grid === '' ? null : <path className={styles.grid} d={geometry.grid} />}
      {geometry.valueTicks.map(({ x, y, text }) => (
        <text key={y} className={styles.tick} x={x} y={y} textAnchor="end">
          {text}
        </text>
      ))}
    </g>
  );
}

/** Time axis and annotations: above the limits, behind the lines of the data. */
export function AxisLayer({ geometry }: Props) {
  const { time, scales, annotations, folds } = geometry;
  const { y1 } = scales.plot;
  return (
    <g>
      <path className={styles.axis} d={time.d} />
      {time.months.map(({ x, text }) => (
        <text key={x} className={styles.tick} x={x} y={y1 + 15}>
          {text}
        </text>
      ))}
      {time.years.map(({ x, text }) => (
        <text key={x} className={styles.year} x={x} y={y1 + 28}>
          {text}
        </text>
      ))}
      {annotations.length === 0 ? null : (
        <path className={styles.annotation} d={annotations.map(({ x, top }) => `M${x} ${top}V${y1}`).join('')} />
      )}
      {annotations.map(({ x, text }) =>
        text === null ? null : (
          <text key={x} className={styles.annotationText} x={text.x} y="10" textAnchor={text.anchor}>
            {text.words}
          </text>
        ),
      )}
      {folds.map(({ x, text }) => (
        <text key={x} className={styles.annotationText} x={x} y="10" textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

const LABEL_LOOKS = { plain: styles.label, strong: styles.strong, target: styles.targetLabel } as const;

/** Markers, the newest week, hollow weeks and the labels at the right: in front of everything. */
export function MarkLayer({ geometry }: Props) {
  const { lines, labels, gapNotes, notes } = geometry;
  return (
    <g>
      {lines.markers.map(({ signal, size, d }) =>
        signal === 'concerning' ? (
          <g key={`${signal}${size}`}>
            <path className={styles.concerningHalo} strokeWidth={signalStroke(size).halo} d={d} />
            <path className={styles.concerning} strokeWidth={signalStroke(size).mark} d={d} />
          </g>
        ) : (
          <path key={`${signal}${size}`} className={styles[signal]} d={d} />
        ),
      )}
      {gapNotes.map(({ x, y, anchor, text }) => (
        <text key={x} className={styles.tick} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      {notes.map(({ x, y, anchor, text }) => (
        <text key={text} className={styles.note} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      {lines.hollow.map(({ x, y }) => (
        <circle key={x} className={styles.hollow} cx={x} cy={y} r="4" />
      ))}
      {lines.last === null ? null : (
        <>
          <circle className={styles.halo} cx={lines.last.x} cy={lines.last.y} r="5.5" />
          <circle className={styles.last} cx={lines.last.x} cy={lines.last.y} r="4" />
        </>
      )}
      {labels.map(({ text, look, x, y, leader }) => (
        <g key={text}>
          {leader === null ? null : <path className={styles.leader} d={leader} />}
          <text className={LABEL_LOOKS[look]} x={x} y={y}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
