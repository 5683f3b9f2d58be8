import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusedAt, wordsOf } from '../../api/api-error.ts';
import { changePassword } from '../../api/session-commands.ts';
import { keepSession } from '../../parts/keep-session.ts';
import { lengthProblem, NewPassword } from '../../parts/new-password.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { PasswordInput } from '../../ui/password-input.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

type Props = { readonly email: string; readonly onClose: () => void };

/** A new password, with the one of now; every other place in which the person is signed in is signed out. */
export function PasswordDialog({ email, onClose }: Props) {
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [tries, setTries] = useState(0);
  const changing = useMutation({ mutationFn: changePassword, onSuccess: (session) => keepSession(client, session) });
  const { error } = changing;
  const at = refusedAt(error);
  const words = error === null ? null : wordsOf(error);
  const length = lengthProblem(password);
  if (changing.isSuccess)
    return (
      <Dialog title="Change the password" onClose={onClose}>
        <p role="status">Your password is changed. You stay signed in here; everywhere else you were signed out.</p>
      </Dialog>
    );
  return (
    <Dialog title="Change the password" onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTries(tries + 1);
          if (current !== '' && length === null && !changing.isPending) changing.mutate({ current, password });
        }}
      >
        <VisuallyHidden>
          {/* So that a password manager knows whose password it is. */}
          <input type="email" autoComplete="username" readOnly tabIndex={-1} aria-label="E-mail" value={email} />
        </VisuallyHidden>
        <Field label="Password of now" problem={at === 'current' ? words : null}>
          {(attributes) => (
            <PasswordInput
              {...attributes}
              data-first-focus
              autoComplete="current-password"
              required
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
            />
          )}
        </Field>
        <NewPassword
          label="New password"
          value={password}
          problem={at === 'password' ? words : tries > 0 ? length : null}
          onChange={setPassword}
        />
        <div role="alert">
          {words === null || at === 'current' || at === 'password' ? null : <p className={forms.problem}>{words}</p>}
        </div>
        <p className={forms.actions}>
          <Button kind="primary" type="submit" disabled={changing.isPending}>
            {changing.isPending ? 'Changing it …' : 'Change the password'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </form>
    </Dialog>
  );
}
