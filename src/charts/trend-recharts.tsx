import { memo } from 'react';
import { Area, ComposedChart, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { cx } from '../ui/cx.ts';
import { AxisLayer, GridLayer, MarkLayer } from './trend-layers.tsx';
import { rechartsRows, targetKey } from './recharts-rows.ts';
import type { PixelLine } from './paths.ts';
import type { TrendGeometry } from './trend-geometry.ts';
import styles from './trend.module.css';

const STILL = { isAnimationActive: false, dot: false, activeDot: false, legendType: 'none', zIndex: 0 } as const;
const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * The same trend drawn by recharts from the same geometry. Its scales are the identity (pixels in, pixels out), so that
 * every coordinate is the one of the plain SVG; all layers share z-index 0 and so keep the order in which they stand here.
 * Width and height are fixed numbers (a ResponsiveContainer breaks print). Its own keyboard layer is off: the wrapper
 * carries role, name, focus and keys for both pictures, so nothing is lost when one takes the other's place. Title and
 * desc are required all the same: without them recharts leaves both empty.
 */
export const TrendRecharts = memo(function TrendRecharts({
  geometry,
  title,
  desc,
}: {
  readonly geometry: TrendGeometry;
  readonly title: string;
  readonly desc: string;
}) {
  const { width, height, limits, lines } = geometry;
  return (
    <ComposedChart
      className={cx(styles.chart)}
      width={width}
      height={height}
      margin={NO_MARGIN}
      data={rechartsRows(geometry)}
      accessibilityLayer={false}
      title={title}
      desc={desc}
    >
      <XAxis dataKey="x" type="number" domain={[0, width]} allowDataOverflow hide />
      <YAxis type="number" domain={[0, height]} reversed allowDataOverflow hide />
      {limits.bands.map((band) => (
        <ReferenceArea
          key={band.x}
          className={cx(styles.band)}
          x1={band.x}
          x2={band.x + band.width}
          y1={band.y}
          y2={band.y + band.height}
          fillOpacity={1}
          zIndex={0}
        />
      ))}
      <GridLayer geometry={geometry} />
      {limits.edges.map(({ x1, x2, y }) => (
        <ReferenceLine
          key={`e${x1} ${y}`}
          className={cx(styles.edge)}
          segment={[
            { x: x1, y },
            { x: x2, y },
          ]}
          zIndex={0}
        />
      ))}
      {limits.means.map(({ x1, x2, y }) => (
        <ReferenceLine
          key={`m${x1}`}
          className={cx(styles.mean)}
          segment={[
            { x: x1, y },
            { x: x2, y },
          ]}
          zIndex={0}
        />
      ))}
      <AxisLayer geometry={geometry} />
      {lines.forecast.length < 2 ? null : (
        <>
          <Area {...STILL} className={cx(styles.fan80)} dataKey="fan80" stroke="none" fillOpacity={1} connectNulls />
          <Area {...STILL} className={cx(styles.fan50)} dataKey="fan50" stroke="none" fillOpacity={1} connectNulls />
        </>
      )}
      {lineCount(lines.previous) < 2 ? null : (
        <Line {...STILL} className={cx(styles.previous)} dataKey="previous" connectNulls={false} />
      )}
      {geometry.target.map((_, k) => (
        <Line key={k} {...STILL} className={cx(styles.target)} dataKey={targetKey(k)} type="stepAfter" connectNulls />
      ))}
      {lines.forecast.length < 2 ? null : (
        <Line {...STILL} className={cx(styles.forecast)} dataKey="forecast" connectNulls />
      )}
      {lineCount(lines.actual) < 2 ? (
        <ActualShape paths={geometry.paths} />
      ) : (
        <Line {...STILL} dataKey="actual" connectNulls={false} shape={<ActualShape paths={geometry.paths} />} />
      )}
      <MarkLayer geometry={geometry} />
    </ComposedChart>
  );
});

/** recharts draws a dot of its own for a line of one point, whatever `dot` says; such a line is left to the plain layers. */
function lineCount(points: PixelLine): number {
  return points.filter((point) => point !== null).length;
}

/** Inside a run the line is thinner: one line in two widths, which recharts has no prop for. */
function ActualShape({ paths }: { readonly paths: TrendGeometry['paths'] }) {
  return (
    <>
      {paths.run === '' ? null : <path className={styles.run} d={paths.run} />}
      {paths.actual === '' ? null : <path className={styles.actual} d={paths.actual} />}
    </>
  );
}
