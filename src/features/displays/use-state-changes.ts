import { useState } from 'react';
import type { Display } from '../../contract/displays.ts';
import { stateOf } from './display-words.ts';

type States = ReadonlyMap<string, Display['state']>;

/** Which displays stand otherwise than before, in words for readers; empty where none does. */
export function stateChanges(before: States, displays: readonly Display[]): string {
  return displays
    .filter(({ id, state }) => before.has(id) && before.get(id) !== state)
    .map((display) => `${display.words.name} is ${stateOf(display).word.toLowerCase()}.`)
    .join(' ');
}

const statesOf = (displays: readonly Display[]): States => new Map(displays.map(({ id, state }) => [id, state]));

/** The latest change of state while the page is open: nobody hears a table being read anew. */
export function useStateChanges(displays: readonly Display[]): string {
  const [seen, setSeen] = useState({ displays, states: statesOf(displays), words: '' });
  if (seen.displays !== displays) {
    const words = stateChanges(seen.states, displays);
    setSeen({ displays, states: statesOf(displays), words: words === '' ? seen.words : words });
  }
  return seen.words;
}
