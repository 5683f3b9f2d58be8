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
  // As in the design: some way in, where eyes arrive after the axis.
  const first = Math.max(begin + 0.5 * floor, x(scales.from + 13));
  for (const centre of places) {
    for (let week = 0; week < scales.to - scales.from; week += 1) {
      for (const at of [first + week * scales.weekWidth, first - week * scales.weekWidth]) {
        if (at < begin + 0.3 * floor || at + line.width > plot.x1 - 0.3 * floor) continue;
        if (hairlines.some((hair) => hair > at - 0.3 * floor && hair < at + line.width + 0.3 * floor)) continue;
        const clear = model.points.every((point) => {
          if (point.kind === 'gap') return true;
          const near = x(point.week) > at - scales.weekWidth && x(point.week) < at + line.width + scales.weekWidth;
          return !near || Math.abs(y(point.value) - centre) > high + 8 * l;
        });
        if (clear) return placeLine(line, at, centre);
      }
    }
  }
  return NOTHING;
}
