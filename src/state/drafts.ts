import { create } from 'zustand';

/** What a person may change of a note, decision or action. `action` is null for what is none. */
export type EntryWords = {
  readonly text: string;
  readonly action: {
    readonly owner: string;
    /** A calendar date, `2026-11-27`; empty while none is chosen. */
    readonly due: string;
    readonly cause: string | null;
    readonly improvement: string | null;
    readonly state: 'open' | 'done' | 'dropped';
    /** Written on the goals' pages; what is not written here is passed on as it stands. */
    readonly expected?: number | null;
    readonly progress?: string | null;
  } | null;
};

/** Another's version, written meanwhile. `at` is an instant of the contract. */
export type Theirs = {
  readonly words: EntryWords;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
};

/**
 * What was written and is not kept by the service yet. Kept in this tab until it is: neither a reload nor a lost
 * connection takes it.
 */
export type Draft = {
  /** Of the entry; made by the writer where it is new. */
  readonly id: string;
  readonly kind: 'note' | 'decision' | 'action';
  readonly week: string;
  readonly teams: readonly string[];
  readonly indicator: string | null;
  /** The revision that was edited from; 0: the service has none. */
  readonly revision: number;
  /** What stood there when the editing began. */
  readonly base: EntryWords;
  readonly mine: EntryWords;
  /** What was last sent without an answer: it may stand at the service after all. */
  readonly sent: EntryWords | null;
  /** A new decision or action is sent when its writer says so; all else by itself after a pause. */
  readonly sends: 'by-itself' | 'when-told';
};

/** How the saving of one entry stands. */
export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  /** `merged`: whose words, written meanwhile, came in. */
  | { readonly kind: 'saved'; readonly by: string; readonly at: string; readonly merged: Theirs | null }
  /** The service does not answer; it is sent when it is heard again. */
  | { readonly kind: 'waiting' }
  /** Nobody has said yet who writes here; where people sign in, the account does. */
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'incomplete'; readonly words: string }
  /** Both changed the same; a person has to settle it. `both`: all lines of either. */
  | { readonly kind: 'conflict'; readonly theirs: Theirs; readonly both: string }
  /** Somebody removed the entry meanwhile. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'refused'; readonly words: string };

type Drafts = { readonly drafts: Readonly<Record<string, Draft>>; readonly savings: Readonly<Record<string, Saving>> };

const KEY = 'kept:drafts';
const IDLE: Saving = { kind: 'idle' };

/** Drafts by the place that they are typed in: an entry's id, or a field for a new one. */
export const useDrafts = create<Drafts>(() => ({ drafts: read(), savings: {} }));

export function useDraft(place: string): Draft | null {
  return useDrafts(({ drafts }) => drafts[place] ?? null);
}

export function useSaving(place: string): Saving {
  return useDrafts(({ savings }) => savings[place] ?? IDLE);
}

export function draftAt(place: string): Draft | null {
  return useDrafts.getState().drafts[place] ?? null;
}

export function savingAt(place: string): Saving {
  return useDrafts.getState().savings[place] ?? IDLE;
}

/** Every place with words that the service does not have. */
export function draftedPlaces(): readonly string[] {
  return Object.keys(useDrafts.getState().drafts);
}

export function keepDraft(place: string, draft: Draft): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [place]: draft } }));
  write();
}

export function dropDraft(place: string): void {
  useDrafts.setState(({ drafts }) => {
    const { [place]: dropped, ...rest } = drafts;
    return dropped === undefined ? {} : { drafts: rest };
  });
  write();
}

export function dropAllDrafts(): void {
  useDrafts.setState({ drafts: {}, savings: {} });
  write();
}

export function setSaving(place: string, saving: Saving): void {
  useDrafts.setState(({ savings }) => ({ savings: { ...savings, [place]: saving } }));
}

/** What the tab holds, read anew, as after a reload. For tests. */
export function readDraftsAgain(): void {
  useDrafts.setState({ drafts: read(), savings: {} });
}

/** Any stored text gives valid drafts; what cannot be read is left out. */
export function draftsOf(text: string | null): Readonly<Record<string, Draft>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Draft] => isDraft(entry[1])));
  } catch {
    return {};
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Readonly<Partial<Record<keyof Draft, unknown>>>;
  return (
    typeof draft.id === 'string' &&
    (draft.kind === 'note' || draft.kind === 'decision' || draft.kind === 'action') &&
    typeof draft.week === 'string' &&
    Array.isArray(draft.teams) &&
    (draft.indicator === null || typeof draft.indicator === 'string') &&
    typeof draft.revision === 'number' &&
    isWords(draft.base) &&
    isWords(draft.mine) &&
    (draft.sent === null || isWords(draft.sent)) &&
    (draft.sends === 'by-itself' || draft.sends === 'when-told')
  );
}

function isWords(value: unknown): value is EntryWords {
  if (typeof value !== 'object' || value === null) return false;
  const { text, action } = value as Readonly<Partial<Record<keyof EntryWords, unknown>>>;
  return typeof text === 'string' && (action === null || isAction(action));
}

function isAction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { owner, due, cause, improvement, state } = value as Readonly<Record<string, unknown>>;
  const isLink = (link: unknown): boolean => link === null || typeof link === 'string';
  return (
    typeof owner === 'string' &&
    typeof due === 'string' &&
    isLink(cause) &&
    isLink(improvement) &&
    (state === 'open' || state === 'done' || state === 'dropped')
  );
}

function read(): Readonly<Record<string, Draft>> {
  try {
    return draftsOf(sessionStorage.getItem(KEY));
  } catch {
    return {}; // Storage may be closed to the page; drafts then last as long as it does.
  }
}

function write(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(useDrafts.getState().drafts));
  } catch {
    // As above.
  }
}
