import { capital, TONE_WORDS } from '../../../domain/words.ts';
import { signalEntries } from '../../../reading/signal-entries.ts';
import type { BoardReading } from '../board-reading.ts';
import type { HeaderWords } from '../layout/header.ts';
import { signalParts, text, type Kit } from '../layout/kit.ts';
import { freshSignal } from '../wall-measure.ts';
import { listPages, type Entry } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';

/** What the rules found in the newest complete week, in words; that they found nothing is said as well. */
export function signalPages(told: BoardReading, kit: Kit): readonly SlidePage[] {
  const { card, formats } = told;
  if (card.latest === null) return [];
  const header: HeaderWords = {
    title: 'Signals',
    extras: [
      { id: null, parts: [text(kit, formats.weekName(card.week), 'floor', { ink: 'ink-2', gap: 36 * kit.sizes.s })] },
    ],
  };
  const entries = signalEntries(card, formats).map(({ id, name, tone, words }): Entry => ({
    id: `signal ${id}`,
    item: (drawing) => ({
      id: `signal ${id}`,
      rows: [
        { kind: 'text', before: 0, parts: [text(drawing, name, 'label', { weight: 600 })] },
        { kind: 'text', before: 0, parts: [text(drawing, words, 'floor')] },
      ],
      end: signalParts(drawing, tone, TONE_WORDS[tone]),
    }),
    alone: {
      title: name,
      item: (drawing) => ({
        id: `signal ${id}`,
        rows: [
          { kind: 'text', before: 0, parts: signalParts(drawing, tone, TONE_WORDS[tone]) },
          { kind: 'text', before: 0, parts: [text(drawing, words, 'floor')] },
        ],
      }),
    },
    sentence: `${name}: ${TONE_WORDS[tone]}. ${words}.`,
    fresh: freshSignal(told, id),
  }));
  return listPages(kit, header, entries.length === 0 ? [nothingFound(told)] : entries);
}

function nothingFound({ card, formats }: BoardReading): Entry {
  const words = `No signal in ${formats.weekName(card.week)}`;
  const why = 'Every measure is within its natural variation.';
  return {
    id: 'no signal',
    item: (kit) => ({
      id: 'no signal',
      rows: [
        { kind: 'text', before: 0, parts: [text(kit, capital(words), 'label', { weight: 600 })] },
        { kind: 'text', before: 0, parts: [text(kit, why, 'floor', { ink: 'ink-2' })] },
      ],
    }),
    sentence: `${words}. ${why}`,
  };
}
