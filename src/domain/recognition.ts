import type { Analysis, Signal } from './analysis-types.ts';
import type { Indicator } from './catalogue-types.ts';
import type { Formats } from './format.ts';
import { mondayOf } from './week.ts';
import { capital } from './words.ts';

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/**
 * What deserves to be said aloud: an improvement that a signal confirms and that still holds at the newest figure, such as
 * "Seven weeks above the mean since 5 Oct". The longest of several. Never a single good week: a point outside the limits
 * confirms nothing by itself. null where there is none.
 */
export function recognitionOf(
  analysis: Analysis,
  indicator: Pick<Indicator, 'better'>,
  formats: Formats,
): string | null {
  if (indicator.better === 'none') return null;
  const newest = analysis.from + analysis.values.findLastIndex((value) => value !== null);
  const found = analysis.signals
    .filter(({ rule, tone, to }) => rule !== 'outside' && tone === 'improving' && to === newest)
    .toSorted((a, b) => b.weeks.length - a.weeks.length)[0];
  return found === undefined ? null : `${capital(words(found))} since ${formats.shortDay(mondayOf(found.from))}`;
}

function words({ rule, direction, weeks }: Signal): string {
  const count = NUMBERS[weeks.length] ?? String(weeks.length);
  const high = direction === 'high';
  switch (rule) {
    case 'run':
      return `${count} weeks ${high ? 'above' : 'below'} the mean`;
    case 'trend':
      return `${count} weeks ${high ? 'rising' : 'falling'}`;
    case 'near-limit':
    case 'outside':
      return `${count} weeks near the ${high ? 'upper' : 'lower'} limit`;
  }
}
