import { spread } from '../../../charts/spread.ts';
import type { TrendModel } from '../../../charts/trend-model.ts';
import { text, type Kit } from '../layout/kit.ts';
import { oneLine } from '../layout/lines.ts';
import { placeLine, together, type Drawing } from '../layout/placed.ts';
import type { ChartScales } from './chart-scales.ts';
import { gutterWords } from './chart-words.ts';

const INDENT = 20;

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
