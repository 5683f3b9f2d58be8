import type { PixelLine, PixelPoint } from './paths.ts';
import type { TrendGeometry } from './trend-geometry.ts';

/** One place on the time axis, in pixels: what stands there, under the key of its line. Null breaks a line. */
export type RechartsRow = { readonly x: number; readonly [key: string]: number | readonly [number, number] | null };

export const targetKey = (stretch: number) => `target${stretch}`;

/** The geometry as rows, since recharts wants one table for all lines of a chart. */
export function rechartsRows({ lines, target }: TrendGeometry): readonly RechartsRow[] {
  const rows = new Map<number, Record<string, number | readonly [number, number] | null> & { x: number }>();
  const row = (x: number) => {
    const known = rows.get(x) ?? { x, actual: null, previous: null };
    rows.set(x, known);
    return known;
  };
  const put = (key: string, points: PixelLine) => {
    for (const point of points) if (point !== null) row(point.x)[key] = point.y;
  };
  const range = (
    key: string,
    { upper, lower }: { readonly upper: readonly PixelPoint[]; readonly lower: readonly PixelPoint[] },
  ) => {
    upper.forEach((point, k) => {
      row(point.x)[key] = [lower[k]?.y ?? point.y, point.y];
    });
  };
  put('actual', lines.actual);
  put('previous', lines.previous);
  put('forecast', lines.forecast);
  if (lines.forecast.length > 1) {
    range('fan80', lines.fan80);
    range('fan50', lines.fan50);
  }
  target.forEach((corners, k) => {
    // Steps are drawn after their start, so a step's own end falls away where the next begins.
    corners.forEach((corner, c) => {
      if (c % 2 === 0 || c === corners.length - 1) row(corner.x)[targetKey(k)] = corner.y;
    });
  });
  return [...rows.values()].sort((a, b) => a.x - b.x);
}
