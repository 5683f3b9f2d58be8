import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/session-query.ts';
import type { Session } from '../contract/session.ts';
import { disownTab, nextTurn } from '../state/tab-owner.ts';

const isSession = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => queryKey[0] === 'session';

/** Takes every answer out of memory and off the screen; what is on its way is not waited for. */
export function forgetAnswers(client: QueryClient): void {
  const others = { predicate: (query: { readonly queryKey: readonly unknown[] }) => !isSession(query) };
  void client.cancelQueries(others);
  client.removeQueries(others);
  client.getMutationCache().clear();
  nextTurn();
}

/** A session has begun: what was refused before is asked for anew. */
export function keepSession(client: QueryClient, session: Session): void {
  client.setQueryData(sessionQuery().queryKey, session);
  // A one-time link that has just been used would be worthless when it is looked at again.
  void client.invalidateQueries({
    predicate: ({ queryKey: [first] }) => first !== 'session' && first !== 'invitation',
  });
}

/** The person has signed out: nothing of theirs stays, on the screen, in memory or among the drafts. */
export function leaveSession(client: QueryClient, session: Session): void {
  client.setQueryData(sessionQuery().queryKey, session);
  disownTab();
  forgetAnswers(client);
}
