import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOf } from '../../api/api-error.ts';
import { minuteVersionsQuery } from '../../api/review-queries.ts';
import type { Minute } from '../../contract/minutes.ts';
import type { Facts } from '../../parts/actions-facts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './minutes.module.css';

type Props = {
  readonly minute: Minute;
  readonly facts: Facts;
  /** Takes an older text again; null where nothing can be written. */
  readonly onTake: ((text: string) => void) | null;
};

/** "Changed 3 times", and at a press every version with who and when. Nothing for what was never changed. */
export function MinutesVersions({ minute, facts, onTake }: Props) {
  const [state, setState] = useState<'shut' | 'open'>('shut');
  const changes = minute.revision - 1;
  if (changes < 1) return null;
  return (
    <>
      <Button kind="link" onClick={() => setState('open')}>
        {changes === 1 ? 'Changed once' : `Changed ${changes} times`}
      </Button>
      {state === 'open' ? (
        <Dialog title={`Versions of this ${minute.kind}`} onClose={() => setState('shut')}>
          <Versions
            minute={minute}
            facts={facts}
            onTake={
              onTake === null
                ? null
                : (text) => {
                    setState('shut');
                    onTake(text);
                  }
            }
          />
        </Dialog>
      ) : null}
    </>
  );
}

function Versions({ minute, facts, onTake }: Props) {
  // Asked anew each time: the key does not move with the revision.
  const { data, error } = useQuery({ ...minuteVersionsQuery(minute.id), staleTime: 0 });
  if (error !== null) return <p>{wordsOf(error)}</p>;
  if (data === undefined) return <p aria-busy="true">Reading</p>;
  return (
    <ol className={styles.versions}>
      {data.versions.toReversed().map(({ revision, at, by, text, state }) => (
        <li key={revision} className={styles.row}>
          <div className={styles.meta}>
            <span>
              <b>{by}</b>, {facts.when(at)}
              {state === 'removed' ? ', removed it' : ''}
            </span>
            {onTake === null || text === minute.text || text === '' ? null : (
              <Button kind="link" onClick={() => onTake(text)}>
                Take this text again
              </Button>
            )}
          </div>
          {text === '' ? null : <p className={styles.words}>{text}</p>}
        </li>
      ))}
    </ol>
  );
}
