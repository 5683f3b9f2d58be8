import { expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/contract/endpoints.ts';
import { deedWords, whoWords } from '../../../src/features/people/log-words.ts';

it('shows an administrator the name of an endpoint where a deed has no words', () => {
  // A display's beat is no deed: it is not entered.
  const deeds = ENDPOINTS.filter(({ id, method }) => method !== 'GET' && id !== 'beatDisplay');
  const wordless = deeds.filter(({ id }) => deedWords(id) === id).map(({ id }) => id);
  expect(wordless).toEqual([]);
  // A newer service may know more.
  expect(deedWords('moveTheMoon')).toBe('moveTheMoon');
});

it.each([
  { kind: 'key', words: 'Key Nightly' },
  { kind: 'nobody', words: 'Not signed in' },
  { kind: 'service', words: 'Kept itself' },
  { kind: 'person', words: 'Nightly' },
] as const)('takes a $kind for a person', ({ kind, words }) => {
  const entry = { id: 1, at: '', what: 'signIn', outcome: 'done', about: null, detail: null, from: null } as const;
  expect(whoWords({ ...entry, who: { kind, id: null, name: 'Nightly' } })).toBe(words);
});
