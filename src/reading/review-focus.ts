import type { Tone } from '../domain/analysis-types.ts';
import type { Formats } from '../domain/format.ts';
import { signalLine } from '../domain/signal-words.ts';
import { capital } from '../domain/words.ts';
import { contextOf, type Reading, type Scorecard } from './read-scorecard.ts';
import { tileModel, type TileModel } from './tile-model.ts';

/** What stands over the chart of the measure that is talked about. */
export type FocusModel = {
  readonly id: string;
  readonly name: string;
  /** What it counts, and who answers for its target where that was said. */
  readonly definition: string;
  readonly reading: Reading;
  /** Value, status, gap, change and n, as the tile of the scorecard says them. */
  readonly tile: TileModel;
  readonly signal: { readonly tone: Tone; readonly words: string } | null;
};

/** null: the indicator is not known here or has no data. */
export function focusModel(card: Scorecard, id: string, formats: Formats): FocusModel | null {
  const reading = card.reading(id);
  if (reading === null) return null;
  const { indicator } = reading;
  return {
    id,
    name: indicator.name,
    definition: definitionOf(reading),
    reading,
    tile: tileModel(card, reading, formats),
    signal: signalOf(card, reading, formats),
  };
}

function definitionOf(reading: Reading): string {
  const owner = reading.kind === 'read' ? (reading.measure.target?.owner ?? null) : null;
  const { definition } = reading.indicator;
  return owner === null ? definition : `${definition} Owner ${owner}.`;
}

/** Every signal of the week with the number it is measured by; what happened when a run began ends the sentence. */
function signalOf(card: Scorecard, reading: Reading, formats: Formats): FocusModel['signal'] {
  if (reading.kind !== 'read' || reading.measure.state !== 'figure') return null;
  const { indicator, measure } = reading;
  const [first] = measure.signals;
  if (first === undefined) return null;
  const context = contextOf(card, formats);
  const isLong = (rule: string): number => (rule === 'run' || rule === 'trend' ? 1 : 0);
  const lines = measure.signals
    .toSorted((a, b) => isLong(a.rule) - isLong(b.rule))
    .map((signal) => signalLine(signal, indicator, context).text);
  return { tone: first.tone, words: `${capital(lines.join('; '))}.` };
}
