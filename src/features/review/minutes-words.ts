import type { Minute } from '../../contract/minutes.ts';
import type { Draft, EntryWords, Theirs } from '../../state/drafts.ts';
import { mergeText, mergeValue } from '../../reading/merge-text.ts';

/** The part of an entry that a person writes. */
export function wordsOfMinute({ text, action }: Minute): EntryWords {
  if (action === null) return { text, action: null };
  const { owner, due, cause, improvement, state, expected, progress } = action;
  return { text, action: { owner, due, cause, improvement, state, ...passedOn(expected, progress) } };
}

/** What the goals' pages know of an action: a change made here must not take it away. */
function passedOn(
  expected: number | null | undefined,
  progress: string | null | undefined,
): Pick<NonNullable<EntryWords['action']>, 'expected' | 'progress'> {
  return { ...(expected == null ? {} : { expected }), ...(progress == null ? {} : { progress }) };
}

export function theirsOf(minute: Minute): Theirs {
  return { words: wordsOfMinute(minute), revision: minute.revision, by: minute.changedBy, at: minute.changedAt };
}

/** Space around a text is no difference: the service cuts it off. */
export function sameWords(a: EntryWords, b: EntryWords): boolean {
  if (a.text.trim() !== b.text.trim()) return false;
  if (a.action === null || b.action === null) return a.action === b.action;
  return (
    a.action.owner.trim() === b.action.owner.trim() &&
    a.action.due === b.action.due &&
    a.action.cause === b.action.cause &&
    a.action.improvement === b.action.improvement &&
    a.action.state === b.action.state &&
    (a.action.expected ?? null) === (b.action.expected ?? null) &&
    (a.action.progress ?? null) === (b.action.progress ?? null)
  );
}

/** Whether the draft holds anything that the service does not. */
export function isUnsaved(draft: Draft): boolean {
  return !sameWords(draft.mine, draft.base);
}

export type MergedWords =
  | { readonly kind: 'clean'; readonly words: EntryWords }
  /** `both`: every line of either text. */
  | { readonly kind: 'conflict'; readonly both: string };

/** Two people's words that were edited from the same ones: text by lines, what else belongs to an action each by itself. */
export function mergeWords(base: EntryWords, mine: EntryWords, theirs: EntryWords): MergedWords {
  const text = mergeText(base.text.trim(), mine.text.trim(), theirs.text.trim());
  const both = text.kind === 'clean' ? text.text : text.both;
  if (mine.action === null || theirs.action === null || base.action === null)
    return text.kind === 'clean' ? { kind: 'clean', words: { ...mine, text: both } } : { kind: 'conflict', both };
  const [b, m, t] = [base.action, mine.action, theirs.action];
  const owner = mergeValue(b.owner, m.owner, t.owner);
  const due = mergeValue(b.due, m.due, t.due);
  const cause = mergeValue(b.cause, m.cause, t.cause);
  const improvement = mergeValue(b.improvement, m.improvement, t.improvement);
  const state = mergeValue(b.state, m.state, t.state);
  const kinds = [text.kind, owner.kind, due.kind, cause.kind, improvement.kind, state.kind];
  if (kinds.includes('conflict')) return { kind: 'conflict', both };
  const action = {
    owner: owner.value,
    due: due.value,
    cause: cause.value,
    improvement: improvement.value,
    state: state.value,
    // Nobody writes these in a review: what the other has is newer.
    ...passedOn(t.expected, t.progress),
  };
  return { kind: 'clean', words: { text: both, action } };
}

/** What is still missing before the entry can be kept; null where nothing is. */
export function missingOf({ text, action }: EntryWords): string | null {
  if (text.trim() === '') return action === null ? 'Write some words, or remove it' : 'Say what is to be done';
  if (action === null) return null;
  if (action.owner.trim() === '') return 'Name an owner';
  return action.due === '' ? 'Choose a due date' : null;
}
