import { useMutation, useQueryClient } from '@tanstack/react-query';
import { wordsOf } from '../../api/api-error.ts';
import { makePersonLink, signPersonOut } from '../../api/people-commands.ts';
import { peopleQuery } from '../../api/people-queries.ts';
import type { Person } from '../../contract/people.ts';
import type { SignInMode } from '../../contract/session.ts';
import { Button } from '../../ui/button.tsx';
import forms from '../../ui/form.module.css';
import { LinkOnce } from './link-once.tsx';
import styles from './people-page.module.css';

type Props = { readonly person: Person; readonly mode: SignInMode };

/** A new one-time link for a person, and the end of every session of theirs. */
export function PersonTools({ person, mode }: Props) {
  const client = useQueryClient();
  const read = (): Promise<void> => client.invalidateQueries({ queryKey: peopleQuery().queryKey });
  const linking = useMutation({ mutationFn: () => makePersonLink(person.id), onSuccess: read });
  const ending = useMutation({ mutationFn: () => signPersonOut(person.id), onSuccess: read });
  const { id, name, sessions, state } = person;
  return (
    <section className={styles.tools} aria-labelledby={`ways-${id}`}>
      <h3 id={`ways-${id}`}>Signing in</h3>
      {linking.data === undefined ? null : (
        <div className={forms.form}>
          <LinkOnce given={linking.data} />
        </div>
      )}
      {[linking.error, ending.error].map((error) =>
        error === null ? null : (
          <p key={error.message} role="alert" className={forms.problem}>
            {wordsOf(error)}
          </p>
        ),
      )}
      <p className={forms.actions}>
        {mode === 'accounts' ? (
          <Button disabled={linking.isPending} onClick={() => linking.mutate()}>
            {state === 'invited' ? 'Make the invitation anew' : 'Make a link for a new password'}
          </Button>
        ) : null}
        <Button disabled={ending.isPending || sessions === 0} onClick={() => ending.mutate()}>
          Sign {name} out everywhere
        </Button>
      </p>
      <p className={forms.hint} role="status">
        {ending.isSuccess
          ? 'Signed out everywhere.'
          : sessions === 0
            ? 'Not signed in anywhere now.'
            : `Signed in at ${sessions === 1 ? 'one place' : `${sessions} places`} now.`}
        {mode === 'accounts'
          ? ' A new link makes the one before worthless; the password of now stays until it is used.'
          : ''}
      </p>
    </section>
  );
}
