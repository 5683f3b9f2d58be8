import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { ApiError, wordsOf } from '../../api/api-error.ts';
import { lookAtInvitation } from '../../api/session-commands.ts';
import { INVITATION_PATH, type Invitation } from '../../contract/session.ts';
import { EntranceFrame } from '../../parts/entrance-frame.tsx';
import { takeOneTimeLink, useOneTimeLink } from '../../state/one-time-link.ts';
import { Button } from '../../ui/button.tsx';
import forms from '../../ui/form.module.css';
import { AcceptanceForm } from './acceptance-form.tsx';

/** Where a one-time link leads: the first administrator, an invitation, or a new password. */
export function InvitationPage() {
  const token = useOneTimeLink();
  // A second link that is pasted over this page's address loads nothing anew.
  useEffect(() => {
    const take = (): void => takeOneTimeLink(INVITATION_PATH);
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  if (token === null)
    return (
      <Message title="Open the link once more">
        The link that you were given can be opened once from where you have it; this page alone does not know it. It
        still works, unless a password was set by it.
      </Message>
    );
  return <WithToken key={token} token={token} />;
}

function WithToken({ token }: { readonly token: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => lookAtInvitation(token),
    gcTime: 0,
    retry: false,
  });
  if (error !== null)
    return isWorthless(error) ? (
      <Message title="This link does not work any more">
        It was used already, or its time has run out. Ask an administrator for a new one.
      </Message>
    ) : (
      <EntranceFrame title="The link could not be looked at" sub="Your link is as good as before.">
        <div className={forms.form}>
          <p role="alert">{wordsOf(error)}</p>
          <Button onClick={() => void refetch()}>Try again</Button>
        </div>
      </EntranceFrame>
    );
  if (data === undefined) return null;
  return (
    <EntranceFrame title={TITLES[data.purpose]} sub={data.organisation}>
      <AcceptanceForm token={token} invitation={data} />
    </EntranceFrame>
  );
}

const TITLES: Readonly<Record<Invitation['purpose'], string>> = {
  'first-administrator': 'Become the first administrator',
  invitation: 'Welcome: set your password',
  'new-password': 'Set a new password',
};

const isWorthless = (error: Error): boolean =>
  error instanceof ApiError && error.failure.kind === 'service' && error.failure.error.code === 'not-found';

function Message({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <EntranceFrame title={title} sub={children}>
      <p>
        <Link href="/sign-in">Go to the sign-in</Link>
      </p>
    </EntranceFrame>
  );
}
