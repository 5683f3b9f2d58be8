import { create } from 'zustand';
import { dropAllDrafts } from './drafts.ts';
import { displayDrafts } from './display-drafts.ts';
import { goalDrafts } from './goal-drafts.ts';
import { improvementDrafts } from './improvement-drafts.ts';

const KEY = 'kept:person';

type Turn = { readonly turn: number };

/** Moves by one when what stands on the screen belongs to nobody who is there any more: the pages begin anew. */
export const useTurn = create<Turn>(() => ({ turn: 0 }));

export function nextTurn(): void {
  useTurn.setState(({ turn }) => ({ turn: turn + 1 }));
}

/**
 * Notes whose words this tab holds, also beyond a reload. `other`: they were somebody else's, and are gone; whoever comes
 * next must not send them under another name.
 */
export function ownTab(person: string): 'same' | 'other' {
  const before = read();
  if (before === person) return 'same';
  write(person);
  if (before === null) return 'same';
  dropWords();
  return 'other';
}

/** Lets go of whoever was here, and of what they typed. */
export function disownTab(): void {
  write(null);
  dropWords();
}

function dropWords(): void {
  dropAllDrafts();
  displayDrafts.dropAll();
  goalDrafts.dropAll();
  improvementDrafts.dropAll();
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null; // Storage may be closed to the page: then nothing of another person is in it either.
  }
}

function write(person: string | null): void {
  try {
    if (person === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, person);
  } catch {
    // As above.
  }
}
