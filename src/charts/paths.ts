/** One decimal is a tenth of a pixel: finer is not seen and doubles the text of a path. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

export type PixelPoint = { readonly x: number; readonly y: number };

/** A line through points; null breaks it. A point alone between two breaks becomes a dot (round caps draw it). */
export function linePath(points: readonly (PixelPoint | null)[]): string {
  let d = '';
  for (let k = 0; k < points.length; k++) {
    const point = points[k];
    if (point === null || point === undefined) continue;
    const here = `${rounded(point.x)} ${rounded(point.y)}`;
    const joined = k > 0 && points[k - 1] !== null;
    if (joined) d += `L${here}`;
    else d += points[k + 1] === null || points[k + 1] === undefined ? `M${here}h0` : `M${here}`;
  }
  return d;
}

/** The area between an upper and a lower line of the same points. */
export function areaPath(upper: readonly PixelPoint[], lower: readonly PixelPoint[]): string {
  if (upper.length < 2) return '';
  const back = [...lower].reverse().map((point) => `L${rounded(point.x)} ${rounded(point.y)}`);
  return `${linePath(upper)}${back.join('')}Z`;
}
