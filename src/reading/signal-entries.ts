import type { Tone } from '../domain/analysis-types.ts';
import type { Formats } from '../domain/format.ts';
import { signalReason } from '../domain/signal-words.ts';
import { contextOf, type Scorecard } from './read-scorecard.ts';

const RANK: Readonly<Record<Tone, number>> = { concerning: 0, improving: 1, neutral: 2 };

export type SignalEntry = { readonly id: string; readonly name: string; readonly tone: Tone; readonly words: string };

/** What the rules found in the week in view: concerning first, then by the order of the catalogue. */
export function signalEntries(card: Scorecard, formats: Formats): readonly SignalEntry[] {
  const context = contextOf(card, formats);
  const entries: SignalEntry[] = [];
  for (const [id, indicator] of card.indicators) {
    // Parts stand under their whole, and an estimate is not judged by what goes into it.
    if (indicator.group === 'part' || id === 'silent-customers') continue;
    const reading = card.reading(id);
    if (reading?.kind !== 'read' || reading.measure.state !== 'figure') continue;
    const [first] = reading.measure.signals;
    const words = signalReason(reading.measure, context);
    if (first !== undefined && words !== null) entries.push({ id, name: indicator.name, tone: first.tone, words });
  }
  return entries.toSorted((a, b) => RANK[a.tone] - RANK[b.tone]);
}
