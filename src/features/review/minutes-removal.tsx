import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ApiError, wordsOf } from '../../api/api-error.ts';
import { addMinute, removeMinute } from '../../api/review-commands.ts';
import type { Minute } from '../../contract/minutes.ts';
import { useName } from '../../parts/name-field.tsx';
import { Button } from '../../ui/button.tsx';
import { dropFromCache, keepInCache } from './minutes-cache.ts';
import { entryPlace } from './minutes-entry.ts';
import { MinutesName } from './minutes-name.tsx';
import { letGo } from './minutes-save.ts';
import { wordsOfMinute } from './minutes-words.ts';
import styles from './minutes.module.css';

type Removing =
  | { readonly kind: 'none' }
  | { readonly kind: 'unnamed'; readonly minute: Minute }
  | { readonly kind: 'removed'; readonly minute: Minute }
  | { readonly kind: 'failed'; readonly words: string };

export type Removal = {
  readonly state: Removing;
  readonly remove: (minute: Minute) => Promise<void>;
  readonly undo: (minute: Minute) => Promise<void>;
  /** The button that removes an entry. */
  readonly button: (minute: Minute) => ReactNode;
};

/** Removing entries of a section, the last of which can be brought back. */
export function useRemoval(): Removal {
  const client = useQueryClient();
  const name = useName();
  const [state, setState] = useState<Removing>({ kind: 'none' });
  const failed = (error: unknown): void => {
    if (!(error instanceof ApiError)) throw error;
    const isStale = error.failure.kind === 'service' && error.failure.error.at === 'revision';
    const words = isStale ? 'It was changed meanwhile: look at it again before it is removed' : wordsOf(error);
    setState({ kind: 'failed', words });
    if (isStale) void client.invalidateQueries({ queryKey: ['review'] });
  };
  const remove = async (minute: Minute): Promise<void> => {
    if (name === '') {
      setState({ kind: 'unnamed', minute });
      return;
    }
    try {
      await removeMinute(minute.id, minute.revision, name);
      letGo(entryPlace(minute));
      await dropFromCache(client, minute);
      setState({ kind: 'removed', minute });
    } catch (error) {
      failed(error);
    }
  };
  /** A removed entry stays removed, with its versions; its words stand in a new one. */
  const undo = async (minute: Minute): Promise<void> => {
    const { week, teams, kind, indicator } = minute;
    const entry = { id: crypto.randomUUID(), kind, indicator, author: name, ...wordsOfMinute(minute) };
    try {
      await keepInCache(client, await addMinute(week, teams, entry));
      setState({ kind: 'none' });
    } catch (error) {
      failed(error);
    }
  };
  const button = (minute: Minute): ReactNode => (
    <Button kind="link" onClick={() => void remove(minute)}>
      Remove
    </Button>
  );
  return { state, remove, undo, button };
}

/** What became of the last removal, with the way back. */
export function MinutesRemoval({ removal }: { readonly removal: Removal }) {
  const { state } = removal;
  return (
    <div role="status">
      {state.kind === 'removed' ? (
        <div className={styles.meta}>
          <span>Removed: {firstWords(state.minute.text)}</span>
          <Button kind="link" onClick={() => void removal.undo(state.minute)}>
            Undo
          </Button>
        </div>
      ) : null}
      {state.kind === 'failed' ? <div className={styles.meta}>{state.words}</div> : null}
      {state.kind === 'unnamed' ? <MinutesName onNamed={() => void removal.remove(state.minute)} /> : null}
    </div>
  );
}

const FIRST_LETTERS = 40;

function firstWords(text: string): string {
  return text.length <= FIRST_LETTERS ? text : `${text.slice(0, FIRST_LETTERS).trimEnd()} …`;
}
