import { useId, useState } from 'react';
import { setName } from '../state/preferences.ts';
import { Button } from '../ui/button.tsx';
import styles from './name-field.module.css';
import { useAuthor } from './use-session.ts';

/** Under which this person writes; empty until that is known. Nothing is sent without one. */
export function useName(): string {
  const author = useAuthor();
  return author.kind === 'unknown' ? '' : author.name;
}

/**
 * Says under which name is written. Where people sign in that is the account's. An open service knows nobody: there the
 * name is asked for where it is first needed, and can be changed from then on.
 */
export function NameField() {
  const author = useAuthor();
  if (author.kind === 'unknown') return null;
  if (author.kind === 'account')
    return (
      <p className={styles.known}>
        As <b>{author.name}</b>
      </p>
    );
  return <GivenName name={author.name} />;
}

/** Each letter is kept at once, so that a form beside it knows when it may be sent. */
function GivenName({ name }: { readonly name: string }) {
  const id = useId();
  // What stands in the field, with the spaces that a name has while it is typed. null: not being typed.
  const [draft, setDraft] = useState<string | null>(null);
  if (name !== '' && draft === null) {
    return (
      <p className={styles.known}>
        As <b>{name}</b>{' '}
        <Button kind="link" onClick={() => setDraft(name)}>
          Another name
        </Button>
      </p>
    );
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>Your name</label>
      <input
        id={id}
        className={styles.input}
        value={draft ?? ''}
        maxLength={80}
        required
        autoComplete="name"
        aria-describedby={`${id}why`}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setName(event.currentTarget.value);
        }}
      />
      <p id={`${id}why`} className={styles.why}>
        Stands beside what you write. Asked once on this screen.
      </p>
    </div>
  );
}
