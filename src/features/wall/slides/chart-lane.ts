import type { TrendModel } from '../../../charts/trend-model.ts';
import { text, type Kit } from '../layout/kit.ts';
import { oneLine } from '../layout/lines.ts';
import { cells, placeLine, shapesOnly, together, type Drawing, type Room } from '../layout/placed.ts';
import type { ChartScales } from './chart-scales.ts';

const INDENT = 20;

export const annotationCell = (words: string): string => `annotation ${words}`;

/**
 * What happened, over the plot with a line down to its week: the newest first, as many as stand beside each other in the
 * lane. One whose words find no room is left out with its line.
 */
export function drawLane(kit: Kit, model: TrendModel, scales: ChartScales, room: Room): Drawing {
  const { floor, u, l } = kit.sizes;
  const { plot, x } = scales;
  const centre = room.y + 30 * Math.min(u, floor / 51);
  const at = Math.max(centre, room.y + 0.45 * floor);
  const taken: Array<{ readonly from: number; readonly to: number }> = [];
  const newest = model.annotations.toSorted((a, b) => b.week - a.week);
  const drawn = newest.map(({ week, text: words }) => {
    const line = oneLine([text(kit, words, 'floor')]);
    const mark = x(week);
    const indent = INDENT * Math.min(u, floor / 51);
    const sides = [
      { from: mark - indent - line.width, to: mark + l },
      { from: mark - l, to: mark + indent + line.width },
    ];
    const side = sides.find(
      ({ from, to }) =>
        from >= room.x &&
        to <= room.x + room.width &&
        taken.every((other) => to + indent <= other.from || from >= other.to + indent),
    );
    if (side === undefined) return cells([], [annotationCell(words)]);
    taken.push(side);
    const text0 = side === sides[0] ? mark - indent - line.width : mark + indent;
    return together([
      shapesOnly([{ kind: 'path', d: `M${mark} ${room.y + 8 * u}V${plot.y1}`, stroke: 'ink-3', thick: 3 * l }]),
      side === sides[0] ? placeLine(line, mark - indent, at, 'end') : placeLine(line, text0, at),
      cells([annotationCell(words)]),
    ]);
  });
  return together(drawn);
}
