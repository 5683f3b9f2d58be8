import { useId, useState } from 'react';
import { setName, usePreferences } from '../state/preferences.ts';
import { Button } from '../ui/button.tsx';
import styles from './name-field.module.css';

/** Under which this person writes; empty until they have given a name. Nothing is sent without one. */
export function useName(): string {
  return usePreferences((preferences) => preferences.name);
}

/**
 * Asks for the writer's name where it is first needed, and from then on says under which name is written, with the way
 * to another. Each letter is kept at once, so that a form beside it knows when it may be sent.
 */
export function NameField() {
  const name = useName();
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
