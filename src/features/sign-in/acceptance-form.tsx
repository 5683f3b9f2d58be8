import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusedAt, wordsOf } from '../../api/api-error.ts';
import { acceptInvitation } from '../../api/session-commands.ts';
import type { Invitation } from '../../contract/session.ts';
import { keepSession } from '../../parts/keep-session.ts';
import { lengthProblem, NewPassword } from '../../parts/new-password.tsx';
import { dropOneTimeLink } from '../../state/one-time-link.ts';
import { goTo } from '../../state/use-view.ts';
import { SCORECARD } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';

type Props = { readonly token: string; readonly invitation: Invitation };

const FIELDS = ['email', 'name', 'password'] as const;

/** What a one-time link asks: a password always, e-mail and name where they are not known yet. */
export function AcceptanceForm({ token, invitation }: Props) {
  const client = useQueryClient();
  const [email, setEmail] = useState(invitation.email ?? '');
  const [name, setName] = useState(invitation.name ?? '');
  const [password, setPassword] = useState('');
  const [tries, setTries] = useState(0);
  const accepting = useMutation({
    mutationFn: acceptInvitation,
    onSuccess: (session) => {
      keepSession(client, session);
      goTo(SCORECARD, 'replace');
      dropOneTimeLink();
    },
  });
  const { error } = accepting;
  const at = refusedAt(error);
  const refusal = (field: (typeof FIELDS)[number]): string | null =>
    error !== null && at === field ? wordsOf(error) : null;
  const isFirst = invitation.purpose === 'first-administrator';
  const asksName = invitation.purpose !== 'new-password';
  const length = lengthProblem(password);
  return (
    <form
      className={forms.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTries(tries + 1);
        if (length !== null || accepting.isPending) return;
        accepting.mutate({
          token,
          email: isFirst ? email.trim() : null,
          name: asksName ? name.trim() : null,
          password,
        });
      }}
    >
      <Field label="E-mail" problem={refusal('email')}>
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            name="email"
            // So that a password manager keeps the password under it.
            autoComplete="username"
            required
            readOnly={!isFirst}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
      </Field>
      {asksName ? (
        <Field label="Your name" hint="Stands beside what you write." problem={refusal('name')}>
          {(attributes) => (
            <input
              {...attributes}
              name="name"
              autoComplete="name"
              required
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : null}
      <NewPassword
        label={invitation.purpose === 'new-password' ? 'New password' : 'Password'}
        value={password}
        problem={refusal('password') ?? (tries > 0 ? length : null)}
        onChange={(next) => {
          setPassword(next);
          accepting.reset();
        }}
      />
      <div role="alert">
        {error === null || FIELDS.some((field) => field === at) ? null : (
          <p className={forms.problem}>{wordsOf(error)}</p>
        )}
      </div>
      <p className={forms.actions}>
        <Button kind="primary" type="submit" disabled={accepting.isPending}>
          {accepting.isPending ? 'Setting it …' : 'Set the password and sign in'}
        </Button>
      </p>
    </form>
  );
}
