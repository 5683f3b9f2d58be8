import { useQueryClient } from '@tanstack/react-query';
import type { Minute } from '../../contract/minutes.ts';
import { useDraft, useSaving, type Draft, type EntryWords, type Saving } from '../../state/drafts.ts';
import { left, letGo, save, settle, typed, writeAgain } from './minutes-save.ts';
import { draftOf } from './minutes-send.ts';
import { isUnsaved } from './minutes-words.ts';

/** The review that is written in, and beside which of its measures. */
export type Where = {
  readonly week: string;
  readonly teams: readonly string[];
  /** null: the review as a whole. */
  readonly indicator: string | null;
};

/** Where words of a kind that are new are typed: one field per review and measure. */
export function newPlace(kind: Minute['kind'], { week, teams, indicator }: Where): string {
  return `new:${kind}:${week}:${teams.join(',')}:${indicator ?? ''}`;
}

export function entryPlace({ id }: Pick<Minute, 'id'>): string {
  return `entry:${id}`;
}

const NO_ACTION = { owner: '', due: '', cause: null, improvement: null, state: 'open' } as const;

/** What a new entry begins with; its id is made with the first letter. */
export function emptyDraft(kind: Minute['kind'], { week, teams, indicator }: Where): Draft {
  const words: EntryWords = { text: '', action: kind === 'action' ? NO_ACTION : null };
  const sends = kind === 'note' ? 'by-itself' : 'when-told';
  return { id: '', kind, week, teams, indicator, revision: 0, base: words, mine: words, sent: null, sends };
}

export type Entry = {
  readonly words: EntryWords;
  readonly saving: Saving;
  readonly change: (words: EntryWords) => void;
  readonly leave: () => void;
  readonly send: () => Promise<void>;
  readonly settle: (words: EntryWords) => Promise<void>;
  readonly letGo: () => void;
  readonly writeAgain: () => Promise<void>;
};

/** What stands in a field: the draft where there is one that the service does not have, else the entry itself. */
export function useEntry(place: string, entry: Minute | Draft): Entry {
  const client = useQueryClient();
  const draft = useDraft(place);
  const start = 'mine' in entry ? entry : draftOf(entry);
  const isDraft = draft !== null && (isUnsaved(draft) || draft.revision >= start.revision);
  return {
    words: isDraft ? draft.mine : start.mine,
    saving: useSaving(place),
    change: (words) => typed(client, place, start.id === '' ? { ...start, id: crypto.randomUUID() } : start, words),
    leave: () => left(client, place),
    send: () => save(client, place),
    settle: (words) => settle(client, place, words),
    letGo: () => letGo(place),
    writeAgain: () => writeAgain(client, place),
  };
}
