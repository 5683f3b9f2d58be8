import { ApiError, wordsOf } from '../../api/api-error.ts';
import { addMinute, changeMinute } from '../../api/review-commands.ts';
import { request } from '../../api/client.ts';
import { reviewPath } from '../../api/paths.ts';
import type { Minute } from '../../contract/minutes.ts';
import { Review } from '../../contract/reviews.ts';
import type { Draft, Theirs } from '../../state/drafts.ts';
import { mergeWords, sameWords, theirsOf, wordsOfMinute } from './minutes-words.ts';

export type Sent =
  /** `merged`: another's words that came in; null where nobody else wrote. */
  | { readonly kind: 'saved'; readonly minute: Minute; readonly merged: Theirs | null }
  | { readonly kind: 'conflict'; readonly theirs: Theirs; readonly both: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'refused'; readonly words: string };

/** Each try merges what came in between; people who write faster than that need a person to settle it. */
const MOST_TRIES = 5;

/**
 * Sends a draft. Where somebody else wrote meanwhile their words are merged with it and sent again; where both changed
 * the same, the answer is the conflict and nothing is written.
 */
export async function sendDraft(draft: Draft, author: string): Promise<Sent> {
  let attempt = draft;
  let merged: Theirs | null = null;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const failed = await tryToSend(attempt, author);
    if ('minute' in failed) return { kind: 'saved', minute: failed.minute, merged };
    const refused = refusalOf(failed.error);
    if (refused !== null) return refused;
    const standing = await standingEntry(attempt);
    if (standing === 'unheard') return { kind: 'waiting' };
    if (standing === null) return { kind: 'removed' };
    const theirs = theirsOf(standing);
    // An earlier try may have been written though its answer was lost: then nobody else wrote.
    const own = attempt.sent !== null && sameWords(theirs.words, attempt.sent);
    const result = mergeWords(own ? theirs.words : attempt.base, attempt.mine, theirs.words);
    if (result.kind === 'conflict') return { kind: 'conflict', theirs, both: result.both };
    if (!own && !sameWords(theirs.words, attempt.mine)) merged = theirs;
    if (sameWords(result.words, theirs.words)) return { kind: 'saved', minute: standing, merged };
    attempt = { ...attempt, revision: theirs.revision, base: theirs.words, mine: result.words };
  }
  return { kind: 'waiting' };
}

async function tryToSend(
  { id, kind, week, teams, indicator, revision, mine }: Draft,
  author: string,
): Promise<{ readonly minute: Minute } | { readonly error: unknown }> {
  try {
    const minute =
      revision === 0
        ? await addMinute(week, teams, { id, kind, indicator, author, ...mine })
        : await changeMinute(id, { revision, indicator, author, ...mine });
    return { minute };
  } catch (error) {
    return { error };
  }
}

/** Why it cannot be kept; null where somebody else's change is what stands in the way. */
function refusalOf(error: unknown): Sent | null {
  if (!(error instanceof ApiError)) throw error;
  const { failure } = error;
  if (failure.kind === 'network') return { kind: 'waiting' };
  if (failure.kind === 'parse') return { kind: 'refused', words: wordsOf(error) };
  const { code, at } = failure.error;
  // Whose session has ended signs in again; what was typed goes out then.
  if (code === 'busy' || code === 'database-unavailable' || code === 'not-signed-in') return { kind: 'waiting' };
  if (code === 'not-found' && at === 'id') return { kind: 'removed' };
  if (code === 'conflict' && at !== 'state') return null;
  return { kind: 'refused', words: wordsOf(error) };
}

/** The entry as the service has it; null where it has been removed. */
export async function standingEntry({
  id,
  week,
  teams,
}: Pick<Draft, 'id' | 'week' | 'teams'>): Promise<Minute | null | 'unheard'> {
  try {
    const review = await request(Review, reviewPath(week, teams));
    return review.minutes.find((minute) => minute.id === id) ?? null;
  } catch (error) {
    if (error instanceof ApiError) return 'unheard';
    throw error;
  }
}

export function draftOf(minute: Minute): Draft {
  const { id, kind, week, teams, indicator, revision } = minute;
  const words = wordsOfMinute(minute);
  return { id, kind, week, teams, indicator, revision, base: words, mine: words, sent: null, sends: 'by-itself' };
}
