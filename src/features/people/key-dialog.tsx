import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusedAt, wordsOf } from '../../api/api-error.ts';
import { startImportPath } from '../../api/paths.ts';
import { makeApiKey } from '../../api/people-commands.ts';
import { apiKeysQuery } from '../../api/people-queries.ts';
import type { ApiKeyMade } from '../../contract/api-keys.ts';
import { RECORD_KINDS, type RecordKind } from '../../domain/catalogue-types.ts';
import { kindWords } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import forms from '../../ui/form.module.css';
import styles from './people-page.module.css';

/** A new key: its name, and which kinds of records it may import. Its secret is shown once. */
export function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [kinds, setKinds] = useState<readonly RecordKind[]>([]);
  const [tries, setTries] = useState(0);
  const making = useMutation({
    mutationFn: makeApiKey,
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery().queryKey }),
  });
  if (making.isSuccess) return <MadeKey made={making.data} onClose={onClose} />;
  const { error } = making;
  const at = refusedAt(error);
  const none = tries > 0 && kinds.length === 0;
  return (
    <Dialog title="Make a key" onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTries(tries + 1);
          if (kinds.length > 0 && !making.isPending) making.mutate({ name: name.trim(), kinds: [...kinds] });
        }}
      >
        <Field
          label="Name"
          hint="Such as the system that sends: it stands beside what is imported."
          problem={error !== null && at === 'name' ? wordsOf(error) : null}
        >
          {(attributes) => (
            <input
              {...attributes}
              data-first-focus
              autoComplete="off"
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset className={forms.group}>
          <legend>Records that it may import</legend>
          <div className={styles.kinds}>
            {RECORD_KINDS.map((kind) => (
              <label key={kind} className={forms.check}>
                <input
                  type="checkbox"
                  checked={kinds.includes(kind)}
                  onChange={() =>
                    setKinds(kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind])
                  }
                />
                {kindWords([kind])}
              </label>
            ))}
          </div>
        </fieldset>
        <div role="alert">
          {none ? <p className={forms.problem}>Choose at least one kind of records.</p> : null}
          {error === null || at === 'name' ? null : <p className={forms.problem}>No key was made. {wordsOf(error)}</p>}
        </div>
        <p className={forms.actions}>
          <Button kind="primary" type="submit" disabled={making.isPending}>
            {making.isPending ? 'Making it …' : 'Make the key'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </p>
      </form>
    </Dialog>
  );
}

type MadeProps = { readonly made: ApiKeyMade; readonly onClose: () => void };

function MadeKey({ made: { key, secret }, onClose }: MadeProps) {
  return (
    <Dialog title={`The key “${key.name}”`} onClose={onClose}>
      <div className={forms.form}>
        <p role="status">Keep it now, where the other system keeps its secrets: it is shown this once.</p>
        <CopyField label="Key" value={secret} />
        <p>A file is sent with it like this:</p>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
        <pre className={styles.code} tabIndex={0}>
          <code>{curlFor(key.kinds[0] ?? 'orders')}</code>
        </pre>
        <p className={forms.hint}>
          <code>KEPT_KEY</code> is where the command finds the key: in the command itself every user of the machine
          could read it.
        </p>
      </div>
    </Dialog>
  );
}

function curlFor(kind: RecordKind): string {
  const address = `${location.origin}${startImportPath({ kind, fileName: `${kind}.csv` })}`;
  return [
    `printf 'Authorization: Bearer %s' "$KEPT_KEY" |`,
    `  curl --fail-with-body -H @- --data-binary @${kind}.csv \\`,
    `  '${address}'`,
  ].join('\n');
}
