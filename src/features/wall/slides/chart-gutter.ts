import { spread } from '../../../charts/spread.ts';
import type { TrendModel } from '../../../charts/trend-model.ts';
import { text, type Kit } from '../layout/kit.ts';
import { oneLine } from '../layout/lines.ts';
import { placeLine, together, type Drawing } from '../layout/placed.ts';
import type { ChartScales } from './chart-scales.ts';

type GutterWord = { readonly words: string; readonly value: number; readonly strong: boolean };

const INDENT = 20;

/** What stands right of the plot in place of a legend: mean, target, and the newest figure strongly. */
export function gutterWords(model: TrendModel): readonly GutterWord[] {
  const { labels } = model;
  const mean = model.limits.at(-1)?.mean;
  const target = model.targets.at(-1)?.value;
  const now = newestOf(model);
  return [
    ...(labels.mean === null || mean === undefined ? [] : [{ words: labels.mean, value: mean, strong: false }]),
    ...(labels.target === null || target === undefined ? [] : [{ words: labels.target, value: target, strong: false }]),
    ...(now === null
      ? []
      : [{ words: `Now ${(model.formatValue ?? model.formatTick)(now)}`, value: now, strong: true }]),
  ];
}

/** The newest complete week's figure. */
export function newestOf(model: TrendModel): number | null {
  const newest = model.points.findLast((point) => point.kind === 'solid');
  return newest?.kind === 'solid' ? newest.value : null;
}

/** The labels, pushed apart by their letters. */
export function drawGutter(kit: Kit, model: TrendModel, scales: ChartScales): Drawing {
  const { floor, u } = kit.sizes;
  const { plot, y } = scales;
  const wished = gutterWords(model).map((word) => ({ ...word, at: y(word.value) }));
  const room = { gap: () => floor * 1.2, from: plot.y0 + floor * 0.4, to: plot.y1 + floor * 0.1 };
  return together(
    spread(wished, room).map(({ words, strong, place }) =>
      placeLine(
        oneLine([
          text(kit, words, 'floor', { weight: strong ? 600 : 400, ink: strong ? 'ink' : 'ink-2', figures: 'tabular' }),
        ]),
        plot.x1 + INDENT * Math.min(u, floor / 51),
        place,
      ),
    ),
  );
}
