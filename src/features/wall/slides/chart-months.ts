import { monthName, monthOfWeek } from '../../../charts/chart-dates.ts';
import { text, type Kit } from '../layout/kit.ts';
import { oneLine } from '../layout/lines.ts';
import { placeLine, shapesOnly, together, type Drawing } from '../layout/placed.ts';
import type { ChartScales } from './chart-scales.ts';

const TICK = 12;
const INDENT = 6;
/** Every how many months one is named, where their names need more room than they have. */
const STEPS = [1, 2, 3, 4, 6, 12];

/** Months as ticks between the weeks, named as often as their letters leave room; no name stands beyond the plot. */
export function drawMonths(kit: Kit, scales: ChartScales, locale: string): Drawing {
  const { from, to, plot, x, weekWidth } = scales;
  const { u, floor, l } = kit.sizes;
  const tickHeight = TICK * Math.min(u, floor / 51);
  const ticks: Array<{ readonly at: number; readonly month: number }> = [];
  for (let week = from + 1; week <= to; week += 1) {
    const { month } = monthOfWeek(week);
    if (monthOfWeek(week - 1).month !== month) ticks.push({ at: x(week) - weekWidth / 2, month });
  }
  const named = ticks.map(({ at, month }) => ({
    at: at + INDENT * u,
    line: oneLine([text(kit, monthName(month, locale), 'floor', { ink: 'ink-2' })]),
  }));
  const widest = Math.max(0, ...named.map(({ line }) => line.width));
  const apart = ticks.length < 2 ? Infinity : ((ticks.at(-1)?.at ?? 0) - (ticks[0]?.at ?? 0)) / (ticks.length - 1);
  // More air than a tight row of names needs: a name belongs to the tick on its left.
  const every = STEPS.find((step) => step * apart * 0.86 >= widest + 0.3 * floor) ?? 12;
  let taken = -Infinity;
  const names = named.filter(({ at, line }, index) => {
    if (index % every !== 0 || at < taken || at + line.width > plot.x1) return false;
    taken = at + line.width + 0.3 * floor;
    return true;
  });
  const d = `M${plot.x0} ${plot.y1}H${plot.x1}${ticks.map(({ at }) => `M${at} ${plot.y1}v${tickHeight}`).join('')}`;
  const centre = plot.y1 + tickHeight + 0.54 * floor;
  return together([
    shapesOnly([{ kind: 'path', d, stroke: 'rule', thick: 3 * l }]),
    ...names.map(({ at, line }) => placeLine(line, at, centre)),
  ]);
}

/** The numbers left of the plot. */
export function drawTicks(kit: Kit, scales: ChartScales, format: (value: number) => string): Drawing {
  const { u, s } = kit.sizes;
  return together(
    scales.ticks.map((tick) =>
      placeLine(
        oneLine([text(kit, format(tick), 'floor', { ink: 'ink-2', figures: 'tabular' })]),
        scales.plot.x0 - 16 * Math.min(u, s),
        scales.y(tick),
        'end',
      ),
    ),
  );
}
