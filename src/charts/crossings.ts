import type { PixelPoint } from './paths.ts';

/** The room of a text, px. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Does the segment pass through the box? Liang–Barsky: the part of the segment inside each of the four edges. */
function crosses(from: PixelPoint, to: PixelPoint, box: Box): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  const edges = [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const;
  for (const [slope, room] of edges) {
    if (slope === 0) {
      if (room < 0) return false;
    } else if (slope < 0) enter = Math.max(enter, room / slope);
    else leave = Math.min(leave, room / slope);
  }
  return enter <= leave;
}

/** How many segments of a line pass through a box; null breaks the line. */
export function crossings(line: ReadonlyArray<PixelPoint | null>, box: Box): number {
  let count = 0;
  line.forEach((to, k) => {
    const from = line[k - 1];
    if (to !== null && from !== null && from !== undefined && crosses(from, to, box)) count += 1;
  });
  return count;
}
