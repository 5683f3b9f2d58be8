import type { ReactNode } from 'react';
import type { Minute } from '../../contract/minutes.ts';
import type { Facts } from '../../parts/actions-facts.ts';
import { Button } from '../../ui/button.tsx';
import { MinutesConflict } from './minutes-conflict.tsx';
import { MinutesName } from './minutes-name.tsx';
import type { Entry } from './minutes-entry.ts';
import styles from './minutes.module.css';

type Props = {
  readonly entry: Entry;
  /** As the service has it; null where it is new. */
  readonly minute: Minute | null;
  readonly facts: Facts;
  readonly children?: ReactNode;
};

/** Under a field: who wrote last and how its saving stands, in words; and what a person has to decide. */
export function MinutesSaving({ entry, minute, facts, children }: Props) {
  const { saving } = entry;
  return (
    <>
      <div className={styles.meta}>
        <span role="status">{savingWords(entry, minute, facts)}</span>
        {saving.kind === 'refused' || saving.kind === 'waiting' ? (
          <Button kind="link" onClick={() => void entry.send()}>
            Try again
          </Button>
        ) : null}
        {saving.kind === 'removed' ? (
          <>
            <Button kind="link" onClick={() => void entry.writeAgain()}>
              Write it again
            </Button>
            <Button kind="link" onClick={entry.letGo}>
              Let it go
            </Button>
          </>
        ) : null}
        {saving.kind === 'conflict' || saving.kind === 'removed' ? null : children}
      </div>
      {saving.kind === 'unnamed' ? <MinutesName onNamed={() => void entry.send()} /> : null}
      {saving.kind === 'conflict' ? <MinutesConflict entry={entry} conflict={saving} facts={facts} /> : null}
    </>
  );
}

function savingWords({ saving }: Entry, minute: Minute | null, facts: Facts): string {
  const written = minute === null ? '' : `${minute.changedBy}, ${facts.when(minute.changedAt)}, saved`;
  switch (saving.kind) {
    case 'idle':
      return written;
    case 'typing':
      return 'Not saved yet';
    case 'saving':
      return 'Saving';
    case 'saved': {
      const words = `${saving.by}, ${facts.when(saving.at)}, saved`;
      if (saving.merged === null) return words;
      return `${words}. Merged with what ${saving.merged.by} wrote at ${facts.when(saving.merged.at)}`;
    }
    case 'waiting':
      return 'Kept on this screen; saved when the service is heard again';
    case 'unnamed':
      return 'Not saved yet: who writes?';
    case 'incomplete':
      return saving.words;
    case 'conflict':
      return `${saving.theirs.by} changed the same at ${facts.when(saving.theirs.at)}. Nothing is lost: choose what shall stand`;
    case 'removed':
      return 'Somebody removed this meanwhile. Your words are still here';
    case 'refused':
      return saving.words;
  }
}
