import { Button } from '../../ui/button.tsx';
import { MinutesActionFields } from './minutes-action-fields.tsx';
import { emptyDraft, newPlace, useEntry } from './minutes-entry.ts';
import { MinutesSaving } from './minutes-saving.tsx';
import type { SectionProps } from './minutes-section.ts';
import { MinutesText } from './minutes-text.tsx';
import styles from './minutes.module.css';

/** One line until something is typed in it; then who and until when. */
export function MinutesNewAction({ review, where, facts }: Pick<SectionProps, 'review' | 'where' | 'facts'>) {
  const entry = useEntry(newPlace('action', where), emptyDraft('action', where));
  const { words } = entry;
  if (words.action === null) return null;
  const details = words.action;
  const isBegun = words.text.trim() !== '' || details.owner !== '' || details.due !== '';
  return (
    <div className={styles.new} role="group" aria-label="New action">
      <MinutesText
        id="minute-action"
        label="Write an action"
        shortcut="A"
        value={words.text}
        onChange={(text) => entry.change({ ...words, text })}
        onLeave={entry.leave}
        onEnter={() => void entry.send()}
        state={entry.saving.kind === 'saving' ? 'locked' : 'as-usual'}
      />
      {isBegun ? (
        <>
          <MinutesActionFields
            review={review}
            value={details}
            onChange={(action) => entry.change({ ...words, action })}
          />
          <MinutesSaving entry={entry} minute={null} facts={facts}>
            <Button kind="link" onClick={() => void entry.send()}>
              Add action
            </Button>
            <Button kind="link" onClick={entry.letGo}>
              Clear
            </Button>
          </MinutesSaving>
        </>
      ) : null}
    </div>
  );
}
