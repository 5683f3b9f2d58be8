/**
 * What the service says of the session in passing, when it refuses something else: `ended`, nobody is signed in any more;
 * `narrower`, the rights reach less far than the page thought.
 */
export type AccessNotice = 'ended' | 'narrower';

const listeners = new Set<(notice: AccessNotice) => void>();

/** Listens to refusals of any request; gives back the way to stop. */
export function onAccessNotice(listener: (notice: AccessNotice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called by the client alone. */
export function noteAccess(notice: AccessNotice): void {
  for (const listener of listeners) listener(notice);
}
