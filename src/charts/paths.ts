/** One decimal is a tenth of a pixel: finer is not seen and doubles the text of a path. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

export type PixelPoint = { readonly x: number; readonly y: number };
/** Points of a line in order; null is a week without a value and breaks it. */
export type PixelLine = ReadonlyArray<PixelPoint | null>;

const at = (point: PixelPoint) => `${rounded(point.x)} ${rounded(point.y)}`;

/**
 * The segments of a line that are wanted: `wanted(k)` answers for the one from point k − 1 to point k.
 * `dots` draws a point alone between two breaks as a dot of the line's width (round caps), so that it stays visible.
 */
export function segmentsPath(points: PixelLine, wanted: (k: number) => boolean, dots: 'dots' | 'none'): string {
  let d = '';
  let penAt = -1;
  for (let k = 0; k < points.length; k++) {
    const point = points[k];
    if (point === null || point === undefined) continue;
    const before = k > 0 ? (points[k - 1] ?? null) : null;
    const after = points[k + 1] ?? null;
    if (before !== null && wanted(k)) {
      d += penAt === k - 1 ? `L${at(point)}` : `M${at(before)}L${at(point)}`;
      penAt = k;
    } else if (dots === 'dots' && before === null && after === null) {
      d += `M${at(point)}h0`;
    }
  }
  return d;
}

/** A whole line, broken at its gaps. */
export function linePath(points: PixelLine): string {
  return segmentsPath(points, () => true, 'dots');
}

/** The area between an upper and a lower line of the same points; empty under two points. */
export function areaPath(upper: readonly PixelPoint[], lower: readonly PixelPoint[]): string {
  if (upper.length < 2) return '';
  const there = upper.map(at).join('L');
  const back = [...lower].reverse().map(at).join('L');
  return `M${there}L${back}Z`;
}
