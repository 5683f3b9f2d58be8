import { expect, test } from 'vitest';
import { mergeWords, sameWords, wordsOfMinute } from '../../../src/features/review/minutes-words.ts';
import { teamActions } from '../../../mocks/fixtures/design-actions.ts';

test('a change in the review takes away what the goals’ page knows of an action', () => {
  const known = teamActions.find(({ action }) => action?.progress != null);
  if (known === undefined) throw new Error('no action with progress');
  const base = wordsOfMinute(known);
  expect(base.action).toMatchObject({ expected: known.action?.expected, progress: known.action?.progress });
  if (base.action === null) throw new Error('no action');
  const mine = { ...base, text: `${base.text}, and tell them` };
  const theirs = { ...base, action: { ...base.action, progress: 'Nearly there' } };
  expect(sameWords(base, theirs)).toBe(false);
  expect(mergeWords(base, mine, theirs)).toMatchObject({
    kind: 'clean',
    words: { text: mine.text, action: { progress: 'Nearly there' } },
  });
});
