import type { HBar } from '../charts/h-bars.tsx';
import type { Formats } from '../domain/format.ts';
import type { Measure } from '../domain/measure-types.ts';
import { stateNote } from '../domain/sentence.ts';
import { isJudged, pointAt } from '../domain/series.ts';
import type { WeekNumber } from '../domain/week.ts';
import { capital } from '../domain/words.ts';
import type { Scorecard } from './read-scorecard.ts';

const PARTS = ['broken-late', 'broken-short', 'broken-defective', 'broken-price'] as const;

export type BrokenModel =
  | { readonly kind: 'known'; readonly sub: string; readonly bars: readonly HBar[]; readonly note: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Where the promise broke in the headline's own week: an order may be in several parts, so the parts add up to more. */
export function brokenModel(card: Scorecard, formats: Formats): BrokenModel {
  const headline = card.reading('promise-kept');
  if (headline?.kind !== 'read' || headline.measure.state !== 'figure') {
    return {
      kind: 'unknown',
      reason: headline?.kind === 'read' ? unknownWords(headline.measure, formats) : 'Not known.',
    };
  }
  const { week, denominator, numerator } = headline.measure;
  const broken = denominator - numerator;
  const parts = PARTS.flatMap((id) => {
    const count = countAt(card, id, week);
    return count === null ? [] : [{ id, name: card.indicators.get(id)?.name ?? id, count }];
  }).toSorted((a, b) => b.count - a.count);
  const [largest] = parts;
  if (largest === undefined) {
    return { kind: 'unknown', reason: 'Not known: the figure was sent without the orders behind it.' };
  }
  const promises = parts.reduce((sum, part) => sum + part.count, 0);
  const several = countAt(card, 'broken-several', week) ?? 0;
  const share =
    broken === 0
      ? ''
      : `${largest.name} touches ${formats.percent((100 * largest.count) / broken, 0)} of all broken orders.`;
  return {
    kind: 'known',
    sub: `${formats.count(broken)} orders broke ${formats.count(promises)} promises; share of orders due`,
    bars: parts.map(({ id, name, count }) => ({
      id,
      label: name,
      value: count,
      valueText: formats.count(count),
      shareText: formats.percent((100 * count) / denominator, 1),
    })),
    note: `${several === 0 ? 'No order' : formats.count(several)} broke more than one. ${share}`,
  };
}

function unknownWords(measure: Measure, formats: Formats): string {
  return measure.state === 'figure' ? '' : `${capital(stateNote(measure, formats))}.`;
}

function countAt(card: Scorecard, id: string, week: WeekNumber): number | null {
  const point = pointAt(card.scope.series.get(id) ?? [], week);
  return point !== null && isJudged(point) ? point.numerator : null;
}
