import type { PixelPoint } from '../../../charts/paths.ts';
import type { TrendModel } from '../../../charts/trend-model.ts';
import { text, type Kit } from '../layout/kit.ts';
import { oneLine } from '../layout/lines.ts';
import { cells, NOTHING, placeLine, shapesOnly, together, type Drawing, type Room } from '../layout/placed.ts';
import { annotationCell, drawLane } from './chart-lane.ts';
import { drawGutter } from './chart-gutter.ts';
import { figureShapes, limitShapes, targetShapes } from './chart-lines.ts';
import { drawMonths, drawTicks } from './chart-months.ts';
import { chartScales, type ChartScales } from './chart-scales.ts';

/** Whether a room is large enough for a chart. */
export function chartFits(kit: Kit, model: TrendModel, room: Room): boolean {
  return chartScales(kit, model, room) !== null;
}

/** One indicator week by week in plain SVG; left out whole where there is no room. */
export function drawChart(kit: Kit, model: TrendModel, room: Room, locale: string): Drawing {
  const scales = chartScales(kit, model, room);
  const notes = model.annotations.map(({ text: words }) => annotationCell(words));
  if (scales === null) return cells([], ['chart', ...notes]);
  return together([
    shapesOnly(limitShapes(kit, model, scales)),
    drawTicks(kit, scales, model.formatTick),
    drawMonths(kit, scales, locale),
    variationName(kit, model, scales),
    drawLane(kit, model, scales, room),
    shapesOnly([...targetShapes(kit, model, scales), ...figureShapes(kit, model, scales)]),
    drawGutter(kit, model, scales),
    cells(['chart']),
  ]);
}

const NAME = 'Natural variation';

/** Names the band where neither line nor annotation passes: under its upper edge, else over its lower one. */
function variationName(kit: Kit, model: TrendModel, scales: ChartScales): Drawing {
  const band = model.limits.at(-1);
  if (band === undefined) return NOTHING;
  const { floor, l } = kit.sizes;
  const { plot, x, y } = scales;
  const line = oneLine([text(kit, NAME, 'floor', { ink: 'ink-2' })]);
  const upper = y(Math.min(band.upper, model.possible?.most ?? Infinity));
  const lower = y(Math.max(band.lower, model.possible?.least ?? -Infinity));
  const begin = Math.max(plot.x0, x(band.from) - scales.weekWidth / 2);
  const high = 0.62 * floor;
  const crossed = [band.mean, ...model.targets.map(({ value }) => value)].map(y);
  const places = [upper + 0.72 * floor, lower - 0.72 * floor].filter(
    (centre) =>
      centre - high > upper - 1 && centre + high < lower + 1 && crossed.every((each) => Math.abs(each - centre) > high),
  );
  const hairlines = [
    ...model.annotations.map(({ week }) => x(week)),
    // Where the target steps, a line stands too.
    ...model.targets.map(({ from }) => x(from) - scales.weekWidth / 2),
  ];
  const figures = model.points.map((point) => (point.kind === 'gap' ? null : { x: x(point.week), y: y(point.value) }));
  // As in the design: some way in, where eyes arrive after the axis.
  const first = Math.max(begin + 0.5 * floor, x(scales.from + 13));
  for (const centre of places) {
    for (let week = 0; week < scales.to - scales.from; week += 1) {
      for (const at of [first + week * scales.weekWidth, first - week * scales.weekWidth]) {
        if (at < begin + 0.3 * floor || at + line.width > plot.x1 - 0.3 * floor) continue;
        if (hairlines.some((hair) => hair > at - 0.3 * floor && hair < at + line.width + 0.3 * floor)) continue;
        const left = at - scales.weekWidth;
        const right = at + line.width + scales.weekWidth;
        const reach = high + 8 * l;
        const clear = figures.every((figure, index) => {
          if (figure === null) return true;
          if (figure.x > left && figure.x < right && Math.abs(figure.y - centre) <= reach) return false;
          const next = figures[index + 1] ?? null;
          return next === null || !crosses(figure, next, { left, right, top: centre - reach, bottom: centre + reach });
        });
        if (clear) return placeLine(line, at, centre);
      }
    }
  }
  return NOTHING;
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Whether the line between two figures, from left to right, passes through a box: a steep one has no figure in it. */
function crosses(from: PixelPoint, to: PixelPoint, { left, right, top, bottom }: Box): boolean {
  if (to.x <= left || from.x >= right) return false;
  const yAt = (at: number): number => from.y + ((to.y - from.y) * (at - from.x)) / (to.x - from.x);
  const a = yAt(Math.max(left, from.x));
  const b = yAt(Math.min(right, to.x));
  return Math.max(a, b) >= top && Math.min(a, b) <= bottom;
}
