import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOf } from '../../api/api-error.ts';
import { signOut } from '../../api/session-commands.ts';
import { leaveSession } from '../../parts/keep-session.ts';
import { draftedPlaces } from '../../state/drafts.ts';
import { goalDrafts } from '../../state/goal-drafts.ts';
import { improvementDrafts } from '../../state/improvement-drafts.ts';
import { goTo } from '../../state/use-view.ts';
import { SIGN_IN } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';

type Where = 'here' | 'everywhere';

/** Signing out takes what was typed and is not kept with it: then it is asked first. */
export function SignOutButtons() {
  const client = useQueryClient();
  const [asked, setAsked] = useState<Where | null>(null);
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: (session) => {
      leaveSession(client, session);
      goTo(SIGN_IN, 'replace');
      // The organisation's sign-in asks whether to sign out there too.
      if (session.leave !== undefined) location.assign(session.leave);
    },
  });
  const unsaved = draftedPlaces().length + goalDrafts.count() + improvementDrafts.count();
  const press = (where: Where) => (): void => {
    if (unsaved === 0) leaving.mutate(where);
    else setAsked(where);
  };
  return (
    <>
      <Button kind="link" disabled={leaving.isPending} onClick={press('here')}>
        Sign out
      </Button>
      <Button kind="link" disabled={leaving.isPending} onClick={press('everywhere')}>
        Sign out everywhere
      </Button>
      {leaving.error === null ? null : <p role="alert">You are still signed in. {wordsOf(leaving.error)}</p>}
      {asked === null ? null : (
        <Dialog title="Sign out all the same?" onClose={() => setAsked(null)}>
          <div className={forms.form}>
            <p>
              {unsaved === 1 ? '1 entry was' : `${unsaved} entries were`} typed and not kept yet. Signing out lets{' '}
              {unsaved === 1 ? 'it' : 'them'} go.
            </p>
            <p className={forms.actions}>
              <Button kind="primary" disabled={leaving.isPending} onClick={() => leaving.mutate(asked)}>
                Sign out
              </Button>
              <Button onClick={() => setAsked(null)}>Stay</Button>
            </p>
          </div>
        </Dialog>
      )}
    </>
  );
}
