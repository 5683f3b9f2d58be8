import { memo } from 'react';
import { AxisLayer, GridLayer, MarkLayer } from './trend-layers.tsx';
import type { TrendGeometry } from './trend-geometry.ts';
import styles from './trend.module.css';

/**
 * A trend as plain SVG: what the first paint and every switch of team or week show, a few milliseconds of work.
 * Draw order as design.md, section 5. Hidden from readers: whoever mounts it names it.
 */
export const TrendSvg = memo(function TrendSvg({ geometry }: { readonly geometry: TrendGeometry }) {
  const { width, height, limits, paths } = geometry;
  return (
    <svg className={styles.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {limits.bands.map((band) => (
        <rect key={band.x} className={styles.band} x={band.x} y={band.y} width={band.width} height={band.height} />
      ))}
      <GridLayer geometry={geometry} />
      {paths.edges === '' ? null : <path className={styles.edge} d={paths.edges} />}
      {paths.means === '' ? null : <path className={styles.mean} d={paths.means} />}
      <AxisLayer geometry={geometry} />
      {paths.fan80 === '' ? null : <path className={styles.fan80} d={paths.fan80} />}
      {paths.fan50 === '' ? null : <path className={styles.fan50} d={paths.fan50} />}
      {paths.previous === '' ? null : <path className={styles.previous} d={paths.previous} />}
      {paths.target === '' ? null : <path className={styles.target} d={paths.target} />}
      {paths.forecast === '' ? null : <path className={styles.forecast} d={paths.forecast} />}
      {paths.run === '' ? null : <path className={styles.run} d={paths.run} />}
      {paths.actual === '' ? null : <path className={styles.actual} d={paths.actual} />}
      <MarkLayer geometry={geometry} />
    </svg>
  );
});
