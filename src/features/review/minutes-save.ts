import type { QueryClient } from '@tanstack/react-query';
import { authorNow, type Author } from '../../parts/use-session.ts';
import { draftAt, draftedPlaces, dropDraft, keepDraft, savingAt, setSaving } from '../../state/drafts.ts';
import type { Draft, EntryWords, Saving } from '../../state/drafts.ts';
import { keepInCache } from './minutes-cache.ts';
import { sendDraft, type Sent } from './minutes-send.ts';
import { isUnsaved, mergeWords, missingOf, sameWords, theirsOf, wordsOfMinute } from './minutes-words.ts';

/** Milliseconds without a key after which what was typed is sent. */
const PAUSE = 1200;

const timers = new Map<string, ReturnType<typeof setTimeout>>();
/** Places that a person is writing in: what is saved there stays a draft, because more may come. */
const entered = new Set<string>();

/** Takes what was typed at a place. `start` is what the editing began from, where no draft is there yet. */
export function typed(client: QueryClient, place: string, start: Draft, mine: EntryWords): void {
  const known = draftAt(place);
  const draft = known === null || (!isUnsaved(known) && known.revision < start.revision) ? start : known;
  keepDraft(place, { ...draft, mine });
  entered.add(place);
  if (savingAt(place).kind === 'conflict') return;
  if (savingAt(place).kind !== 'saving') setSaving(place, { kind: 'typing' });
  if (draft.sends === 'by-itself') sendSoon(client, place);
}

function sendSoon(client: QueryClient, place: string): void {
  clearTimeout(timers.get(place));
  timers.set(
    place,
    setTimeout(() => void save(client, place), PAUSE),
  );
}

/** Sends what is unsaved at a place, at once. Ends when the service has answered or cannot. */
export async function save(client: QueryClient, place: string): Promise<void> {
  clearTimeout(timers.get(place));
  const draft = draftAt(place);
  const { kind } = savingAt(place);
  if (draft === null || kind === 'saving' || kind === 'conflict') return;
  if (!isUnsaved(draft) && draft.revision > 0) {
    if (kind === 'typing') setSaving(place, { kind: 'idle' });
    return;
  }
  const author = authorNow(client);
  const ready = notReady(draft, author);
  if (ready !== null || author.kind === 'unknown') {
    setSaving(place, ready ?? { kind: 'waiting' });
    return;
  }
  setSaving(place, { kind: 'saving' });
  keepDraft(place, { ...draft, sent: draft.mine });
  const sent = await sendDraft(draft, author.name);
  if (sent.kind === 'saved') await arrived(client, place, draft, sent);
  else setSaving(place, sent);
}

/** Why a draft cannot be sent yet; null where it can. A new note that was emptied again is none. */
function notReady(draft: Draft, author: Author): Saving | null {
  if (draft.revision === 0 && draft.sends === 'by-itself' && draft.mine.text.trim() === '') return { kind: 'idle' };
  const missing = missingOf(draft.mine);
  if (missing !== null) return { kind: 'incomplete', words: missing };
  return author.kind === 'given' && author.name === '' ? { kind: 'unnamed' } : null;
}

/** Puts a saved entry in the place of its draft; what was typed meanwhile goes on from it. */
async function arrived(
  client: QueryClient,
  place: string,
  was: Draft,
  { minute, merged }: Extract<Sent, { kind: 'saved' }>,
): Promise<void> {
  await keepInCache(client, minute);
  const now = draftAt(place);
  const words = wordsOfMinute(minute);
  const saved: Saving = { kind: 'saved', by: minute.changedBy, at: minute.changedAt, merged };
  const isLeft = was.sends === 'when-told' || !entered.has(place);
  if (now === null || (isLeft && sameWords(now.mine, was.mine))) {
    dropDraft(place);
    setSaving(place, saved);
    return;
  }
  const kept: Draft = { ...now, revision: minute.revision, base: words, sent: null };
  // The service cuts off spaces at the end; whoever types on needs them.
  const rebased = sameWords(was.mine, words)
    ? ({ kind: 'clean', words: now.mine } as const)
    : sameWords(now.mine, was.mine)
      ? ({ kind: 'clean', words } as const)
      : mergeWords(was.mine, now.mine, words);
  if (rebased.kind === 'conflict') {
    keepDraft(place, kept);
    setSaving(place, { kind: 'conflict', theirs: theirsOf(minute), both: rebased.both });
    return;
  }
  keepDraft(place, { ...kept, mine: rebased.words });
  setSaving(place, saved);
  if (isUnsaved({ ...kept, mine: rebased.words })) {
    setSaving(place, { kind: 'typing' });
    if (kept.sends === 'by-itself') sendSoon(client, place);
  }
}

/** A person chose the words that shall stand after a conflict. */
export async function settle(client: QueryClient, place: string, words: EntryWords): Promise<void> {
  const draft = draftAt(place);
  const saving = savingAt(place);
  if (draft === null || saving.kind !== 'conflict') return;
  const { theirs } = saving;
  keepDraft(place, { ...draft, revision: theirs.revision, base: theirs.words, mine: words, sent: null });
  setSaving(place, { kind: 'typing' });
  await save(client, place);
}

/** An entry that somebody removed meanwhile is written once more, as a new one. */
export async function writeAgain(client: QueryClient, place: string): Promise<void> {
  const draft = draftAt(place);
  if (draft === null) return;
  const base: EntryWords = { ...draft.base, text: '' };
  keepDraft(place, { ...draft, id: crypto.randomUUID(), revision: 0, base, sent: null });
  setSaving(place, { kind: 'typing' });
  await save(client, place);
}

/** Sends again what waits: the service is heard, a name was given, or the page was loaded anew. */
export function saveWaiting(client: QueryClient): void {
  for (const place of draftedPlaces()) {
    const draft = draftAt(place);
    if (draft === null || !isUnsaved(draft)) continue;
    const { kind } = savingAt(place);
    const told = draft.sends === 'by-itself' || draft.sent !== null;
    if (kind === 'waiting' || kind === 'unnamed' || (kind === 'idle' && told)) void save(client, place);
  }
}

/** The focus left a place: what is unsaved is sent; a draft that says nothing new is let go. */
export function left(client: QueryClient, place: string): void {
  entered.delete(place);
  const draft = draftAt(place);
  if (draft === null || savingAt(place).kind === 'conflict') return;
  if (!isUnsaved(draft) && savingAt(place).kind !== 'saving') {
    clearTimeout(timers.get(place));
    dropDraft(place);
    if (savingAt(place).kind !== 'saved') setSaving(place, { kind: 'idle' });
  } else if (draft.sends === 'by-itself') void save(client, place);
}

/** Lets go of what was typed at a place. */
export function letGo(place: string): void {
  clearTimeout(timers.get(place));
  entered.delete(place);
  dropDraft(place);
  setSaving(place, { kind: 'idle' });
}
