import type { Minute } from '../../contract/minutes.ts';
import type { EntryWords } from '../../state/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { MinutesActionFields } from './minutes-action-fields.tsx';
import { entryPlace, useEntry } from './minutes-entry.ts';
import type { Removal } from './minutes-removal.tsx';
import { MinutesSaving } from './minutes-saving.tsx';
import type { SectionProps } from './minutes-section.ts';
import { MinutesText } from './minutes-text.tsx';
import { MinutesVersions } from './minutes-versions.tsx';
import styles from './minutes.module.css';

type Props = SectionProps & { readonly action: Minute; readonly removal: Removal | null; readonly onDone: () => void };

type ActionState = NonNullable<EntryWords['action']>['state'];

const STATES: ReadonlyArray<{ readonly state: ActionState; readonly label: string }> = [
  { state: 'done', label: 'Done' },
  { state: 'dropped', label: 'Dropped' },
  { state: 'open', label: 'Open again' },
];

/** An action laid open: its state, and while the review is open all its words. Saved by itself. */
export function MinutesActionPanel({ action, review, facts, mode, removal, onDone }: Props) {
  const entry = useEntry(entryPlace(action), action);
  const { words } = entry;
  if (words.action === null) return null;
  const details = words.action;
  // An action of an earlier week belongs to a review that may be closed: its words stand, its state may move.
  const wording = mode === 'open' && removal !== null ? 'changeable' : 'fixed';
  const setStateTo = (state: ActionState): void => {
    entry.change({ ...words, action: { ...details, state } });
    void entry.send();
  };
  const close = (): void => {
    entry.leave();
    onDone();
  };
  return (
    <div className={styles.panel}>
      <p className={styles.choices}>
        {STATES.filter(({ state }) => state !== details.state).map(({ state, label }) => (
          <Button key={state} onClick={() => setStateTo(state)}>
            {label}
          </Button>
        ))}
      </p>
      {wording === 'changeable' ? (
        <>
          <MinutesText
            id={`minute-action-${action.id}`}
            label="What is to be done"
            shortcut={null}
            value={words.text}
            onChange={(text) => entry.change({ ...words, text })}
            onLeave={entry.leave}
            onEnter={close}
          />
          <MinutesActionFields
            review={review}
            value={details}
            onChange={(next) => entry.change({ ...words, action: next })}
            onLeave={entry.leave}
          />
        </>
      ) : null}
      <MinutesSaving entry={entry} minute={action} facts={facts}>
        <MinutesVersions
          minute={action}
          facts={facts}
          onTake={
            wording === 'fixed'
              ? null
              : (text) => {
                  entry.change({ ...words, text });
                  entry.leave();
                }
          }
        />
        {wording === 'changeable' && removal !== null ? removal.button(action) : null}
        <Button kind="link" onClick={close}>
          Close
        </Button>
      </MinutesSaving>
    </div>
  );
}
