import { useSyncExternalStore } from 'react';

/** Of the link that opened this page; null: none, or the page was loaded again since. Held in memory alone. */
let token: string | null = null;
const listeners = new Set<() => void>();

/**
 * Takes the token of a one-time link out of the address bar, so that it stands in no history, no bookmark and no
 * screenshot. Called before the first render.
 */
export function takeOneTimeLink(path: string): void {
  if (location.pathname !== path || location.hash.length < 2) return;
  token = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname + location.search);
  for (const listener of listeners) listener();
}

export function dropOneTimeLink(): void {
  token = null;
  for (const listener of listeners) listener();
}

export function useOneTimeLink(): string | null {
  return useSyncExternalStore(subscribe, () => token);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
