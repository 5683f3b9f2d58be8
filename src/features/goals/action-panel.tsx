import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionWords, Minute } from '../../contract/minutes.ts';
import type { Formats } from '../../domain/format.ts';
import { useFacts } from '../../parts/actions-facts.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import { NameField, useName } from '../../parts/name-field.tsx';
import { Button } from '../../ui/button.tsx';
import { conflictAt, standingAction, useChangeAction, wordsOf } from './action-writes.ts';
import styles from './actions-section.module.css';

type Props = { readonly minute: Minute; readonly formats: Formats; readonly onDone: () => void };

/** How far an action is, in a few words, and what became of it. Somebody else's change is told and never written over. */
export function ActionPanel({ minute, formats, onDone }: Props) {
  const name = useName();
  const [base, setBase] = useState(minute);
  const words = wordsOf(base);
  const [progress, setProgress] = useState(words.progress ?? '');
  const saving = useChangeAction(base, onDone);
  const save = (change: Partial<ActionWords>): void => {
    const text = progress.trim();
    saving.mutate({ author: name, action: { ...words, progress: text === '' ? null : text, ...change } });
  };
  const isReady = name !== '' && !saving.isPending;
  return (
    <form
      className={styles.panel}
      aria-label={`Change ${base.text}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save({});
      }}
    >
      <label>
        How far it is
        <input
          value={progress}
          maxLength={60}
          placeholder="Running, 2 of 3 weeks"
          onChange={(event) => setProgress(event.currentTarget.value)}
        />
      </label>
      <span className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={!isReady}>
          {saving.isPending ? 'Keeping …' : 'Keep'}
        </Button>
        <Button disabled={!isReady} onClick={() => save({ state: 'done' })}>
          Done
        </Button>
        <Button disabled={!isReady} onClick={() => save({ state: 'dropped' })}>
          Dropped
        </Button>
        <Button kind="link" onClick={onDone}>
          Close
        </Button>
      </span>
      <NameField />
      {saving.error === null ? null : conflictAt(saving.error) === 'revision' ? (
        <Meanwhile
          id={base.id}
          formats={formats}
          onLoad={(standing) => {
            saving.reset();
            setBase(standing);
            setProgress(standing.action?.progress ?? '');
          }}
          onGone={onDone}
        />
      ) : (
        <AnnotationFailure error={saving.error} what="The change was not kept." />
      )}
    </form>
  );
}

type MeanwhileProps = {
  readonly id: string;
  readonly formats: Formats;
  readonly onLoad: (standing: Minute) => void;
  readonly onGone: () => void;
};

/** Somebody else changed the action first: by whom, and the offer to load what stands. */
function Meanwhile({ id, formats, onLoad, onGone }: MeanwhileProps) {
  const client = useQueryClient();
  const facts = useFacts(formats);
  const standing = useMutation({ mutationFn: () => standingAction(client, id) });
  const found = standing.data;
  return (
    <div role="alert" className={styles.conflict}>
      {found == null ? (
        <p>
          {standing.isSuccess
            ? 'Somebody removed this action meanwhile. '
            : 'Somebody else changed this action meanwhile; nothing of theirs was written over. '}
          {standing.isSuccess ? (
            <Button kind="link" onClick={onGone}>
              Close
            </Button>
          ) : (
            <Button kind="link" disabled={standing.isPending} onClick={() => standing.mutate()}>
              See by whom
            </Button>
          )}
        </p>
      ) : (
        <p>
          {found.changedBy} changed it, {facts.when(found.changedAt)}: {stateWords(found)}.{' '}
          <Button kind="link" onClick={() => onLoad(found)}>
            Load theirs
          </Button>
        </p>
      )}
    </div>
  );
}

function stateWords({ action }: Minute): string {
  if (action === null) return 'no action any more';
  if (action.state !== 'open') return action.state;
  return action.progress == null || action.progress === '' ? 'open' : action.progress;
}
