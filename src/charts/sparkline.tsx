import { memo } from 'react';
import { sparklineGeometry } from './sparkline-geometry.ts';
import type { SparklineModel } from './sparkline-model.ts';
import { cx } from '../ui/cx.ts';
import styles from './sparkline.module.css';

/**
 * The small line of a tile: plain SVG of at most eight nodes, because a page holds a dozen of them and redraws all at a
 * switch of the team. Drawn again only for another model object.
 */
export const Sparkline = memo(function Sparkline({
  model,
  width = 146,
  height = 70,
}: {
  readonly model: SparklineModel;
  readonly width?: number;
  readonly height?: number;
}) {
  const g = sparklineGeometry(model, width, height);
  return (
    <svg
      className={styles.spark}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={model.label}
    >
      {g.band === null ? null : <rect className={styles.band} y={g.band.y} width={width} height={g.band.height} />}
      {g.targetY === null ? null : <path className={styles.target} d={`M0 ${g.targetY}H${width}`} />}
      {g.run === '' ? null : <path className={styles.run} d={g.run} />}
      <path className={styles.line} d={g.line} />
      {g.markers.map(({ signal, d }) => (
        <path key={signal} className={styles[signal]} d={d} />
      ))}
      {g.last === null ? null : (
        <circle
          className={g.last.look === 'full' ? styles.full : styles.hollow}
          cx={g.last.x}
          cy={g.last.y}
          r={g.last.look === 'full' ? 3.2 : 3}
        />
      )}
    </svg>
  );
});

/** The place of a sparkline that may not be drawn: too few cases. Hatched, as the mark of "Not enough data" is. */
export function SparklineHatch({ width = 146, height = 70 }: { readonly width?: number; readonly height?: number }) {
  let d = '';
  for (let x = -height; x < width; x += 8) d += `M${x} ${height}L${x + height} 0`;
  return (
    <svg
      className={cx(styles.spark, styles.hatched)}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className={styles.hatch} d={d} />
      <rect className={styles.hatch} x=".5" y=".5" width={width - 1} height={height - 1} />
    </svg>
  );
}
