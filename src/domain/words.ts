import type { RecordKind } from './catalogue-types.ts';
import type { Tone } from './analysis-types.ts';
import type { Status } from './status.ts';

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'on-target': 'On target',
  watch: 'Watch',
  act: 'Act',
  'no-target': 'No target',
  'not-enough-data': 'Not enough data',
  stale: 'Stale',
};

export const TONE_WORDS: Readonly<Record<Tone, string>> = {
  improving: 'Improving',
  concerning: 'Concerning',
  neutral: 'Neutral',
};

/** `order lines, claims and contacts`. */
export function kindWords(kinds: readonly RecordKind[]): string {
  return listWords(kinds.map((kind) => kind.replaceAll('_', ' ')));
}

/** `a, b and c`. */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** First letter in upper case, whatever the letter. */
export function capital(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

/** How long to wait, as one says it: `40 seconds`, `2 minutes`. Never less than it takes. */
export function waitWords(seconds: number): string {
  const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (seconds <= 90) return counted(Math.max(1, Math.ceil(seconds)), 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
}
