import { expect, it } from 'vitest';
import { waitWords } from '../../src/domain/words.ts';

it.each([
  { seconds: 0, words: '1 second' },
  { seconds: 1, words: '1 second' },
  { seconds: 40.2, words: '41 seconds' },
  { seconds: 91, words: '2 minutes' },
  { seconds: 120, words: '2 minutes' },
  { seconds: 121, words: '3 minutes' },
  { seconds: 3 * 3600, words: '3 hours' },
])('$seconds s are told as $words: nobody tries again too early', ({ seconds, words }) => {
  expect(waitWords(seconds)).toBe(words);
});
