import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { refusedAt, waitOf, wordsOf } from '../../api/api-error.ts';
import { signIn } from '../../api/session-commands.ts';
import { keepSession } from '../../parts/keep-session.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import { PasswordInput } from '../../ui/password-input.tsx';
import { useWait } from './use-wait.ts';

/** E-mail and password. Which of the two was wrong is not said: that would tell who has an account. */
export function PasswordForm({ className }: { readonly className?: string | undefined }) {
  const client = useQueryClient();
  const says = useId();
  const passwordField = useRef<HTMLInputElement>(null);
  const signing = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => keepSession(client, session),
    onError: () => passwordField.current?.select(),
  });
  const { error } = signing;
  const wait = useWait(waitOf(error) ?? 0, error);
  const isHeldUp = wait > 0;
  const isOver = waitOf(error) !== null && !isHeldUp;
  const { reset } = signing;
  useEffect(() => {
    if (isOver) reset();
  }, [isOver, reset]);
  const isReady = !signing.isPending && !isHeldUp;
  return (
    <form
      className={cx(forms.form, className)}
      onSubmit={(event) => {
        event.preventDefault();
        // From the fields themselves: some password managers fill them in without telling the page.
        const given = new FormData(event.currentTarget);
        if (isReady) signing.mutate({ email: textOf(given, 'email').trim(), password: textOf(given, 'password') });
      }}
    >
      <Field label="E-mail">
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            name="email"
            autoComplete="username"
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is there for nothing else
            autoFocus
            required
          />
        )}
      </Field>
      <Field label="Password">
        {({ id }) => (
          <PasswordInput
            id={id}
            aria-invalid={refusedAt(error) === 'password'}
            aria-describedby={error === null ? undefined : says}
            ref={passwordField}
            name="password"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <div id={says} role="alert">
        {error === null ? null : <p className={forms.problem}>{wordsOf(error)}</p>}
      </div>
      <p className={forms.actions}>
        <Button kind="primary" type="submit" disabled={!isReady}>
          {signing.isPending ? 'Signing in …' : isHeldUp ? `Sign in in ${wait} s` : 'Sign in'}
        </Button>
      </p>
      <p className={forms.hint}>Password forgotten? An administrator can make you a link for a new one.</p>
    </form>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
