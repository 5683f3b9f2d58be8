import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sessionQuery } from '../api/session-query.ts';
import type { Session } from '../contract/session.ts';
import { mayDo, NOBODY, type Action } from '../domain/policy.ts';
import { usePreferences } from '../state/preferences.ts';

/** Who is signed in and how; undefined until the service has said it. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery()).data;
}

/**
 * Whether whoever is signed in may do something. `teams`: those that it concerns, `[]` the whole organisation; left out,
 * whether it may be done anywhere at all.
 */
export type May = (action: Action, teams?: readonly string[]) => boolean;

/**
 * What the page may offer, by the policy that the service refuses by. Until it is known who asks that is nothing, so that
 * no button stands there for a moment.
 */
export function useMay(): May {
  const session = useSession();
  return useMemo(() => {
    const who = session?.who ?? NOBODY;
    return (action, teams) => mayDo(who, action, teams);
  }, [session]);
}

/** The teams that something concerns, as the policy asks for them: null is the whole organisation. */
export function concernedTeams(team: string | null): readonly string[] {
  return team === null ? [] : [team];
}

/** Under which name something is written. */
export type Author =
  /** It is not known yet who is signed in. */
  | { readonly kind: 'unknown' }
  /** The account's: the service puts it there whatever is sent. */
  | { readonly kind: 'account'; readonly name: string }
  /** An open service knows nobody: the person gives the name. Empty until then. */
  | { readonly kind: 'given'; readonly name: string };

const authorIn = (session: Session | undefined, given: string): Author => {
  if (session === undefined) return { kind: 'unknown' };
  if (session.mode === 'open') return { kind: 'given', name: given };
  return session.who === null ? { kind: 'unknown' } : { kind: 'account', name: session.who.name };
};

export function useAuthor(): Author {
  const session = useSession();
  const given = usePreferences(({ name }) => name);
  return useMemo(() => authorIn(session, given), [session, given]);
}

/** The same for what is sent by itself, outside of any component. */
export function authorNow(client: QueryClient): Author {
  return authorIn(client.getQueryData(sessionQuery().queryKey), usePreferences.getState().name);
}
