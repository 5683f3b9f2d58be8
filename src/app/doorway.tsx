import { useQueryClient } from '@tanstack/react-query';
import { Activity, lazy, Suspense, useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { onAccessNotice } from '../api/access-notices.ts';
import { sessionQuery } from '../api/session-query.ts';
import type { Session } from '../contract/session.ts';
import { forgetAnswers } from '../parts/keep-session.ts';
import { useSession } from '../parts/use-session.ts';
import { addressOf } from '../state/address.ts';
import { ownTab, useTurn } from '../state/tab-owner.ts';
import { goTo, useView, viewAt } from '../state/use-view.ts';

const SignInPage = lazy(() =>
  import('../features/sign-in/sign-in-page.tsx').then((file) => ({ default: file.SignInPage })),
);
const InvitationPage = lazy(() =>
  import('../features/sign-in/invitation-page.tsx').then((file) => ({ default: file.InvitationPage })),
);

/** How long the pages wait, out of sight, for whoever has to sign in again. */
const PATIENCE = 15 * 60_000;

/**
 * Lets in whoever is signed in; everybody on an open service. Whose session ends in the middle of something signs in where
 * they are: the address stays, and the pages wait out of sight with all that was typed in them. For anybody else they begin
 * anew, without an answer in memory.
 */
export function Doorway({ children }: { readonly children: ReactNode }) {
  const view = useView();
  const session = useSession();
  const asking = useEnding();
  const turn = useTurn((state) => state.turn);
  useOwnTab(session);
  const isIn = session?.who != null;
  const isOut = asking === 'asking' || (session !== undefined && !isIn);
  const isShut = isOut || view.page === 'invitation' || view.page === 'sign-in';
  useForgetting(isOut);
  // There is nothing to wait for where nobody has been in since the pages began.
  const [inTurn, setInTurn] = useState<number | null>(null);
  if (isIn && inTurn !== turn) setInTurn(turn);
  const isKept = !isShut || inTurn === turn;
  useEffect(() => {
    if (view.page === 'sign-in' && isIn) goTo(viewAt(view.to), 'replace');
  }, [view, isIn]);
  return (
    <>
      {isKept ? (
        <Activity key={turn} mode={isShut ? 'hidden' : 'visible'}>
          {children}
        </Activity>
      ) : null}
      <Suspense fallback={null}>
        {view.page === 'invitation' ? (
          <InvitationPage />
        ) : isShut && session !== undefined && !isIn ? (
          <SignInPage
            session={session}
            to={view.page === 'sign-in' ? view.to : addressOf(view)}
            problem={(view.page === 'sign-in' ? view.problem : null) ?? session.problem ?? null}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** A refusal says in passing that the session has ended, or reaches less far: then the service is asked how it stands. */
function useEnding(): 'asking' | 'no' {
  const client = useQueryClient();
  const [asking, setAsking] = useState<'asking' | 'no'>('no');
  useEffect(
    () =>
      onAccessNotice((notice) => {
        if (notice === 'ended') setAsking('asking');
        void client
          .refetchQueries({ queryKey: sessionQuery().queryKey }, { cancelRefetch: false })
          .finally(() => setAsking('no'));
      }),
    [client],
  );
  return asking;
}

/** Whoever comes after somebody else finds nothing of theirs. */
function useOwnTab(session: Session | undefined): void {
  const client = useQueryClient();
  const id = session?.who?.id ?? null;
  useLayoutEffect(() => {
    if (id !== null && ownTab(id) === 'other') forgetAnswers(client);
  }, [client, id]);
}

/** Nobody came back: what waits out of sight is let go. What was typed into drafts stays for the same person. */
function useForgetting(isOut: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOut) return undefined;
    const timer = setTimeout(() => forgetAnswers(client), PATIENCE);
    return () => clearTimeout(timer);
  }, [client, isOut]);
}
