import { useState } from 'react';
import type { Minute } from '../../contract/minutes.ts';
import { Button } from '../../ui/button.tsx';
import { emptyDraft, entryPlace, newPlace, useEntry } from './minutes-entry.ts';
import { MinutesRemoval, useRemoval, type Removal } from './minutes-removal.tsx';
import { MinutesSaving } from './minutes-saving.tsx';
import type { SectionProps } from './minutes-section.ts';
import { MinutesText } from './minutes-text.tsx';
import { MinutesVersions } from './minutes-versions.tsx';
import { useDraft } from '../../state/drafts.ts';
import styles from './minutes.module.css';

/** Every decision of the review in the order in which they fell, and the field for the next one. */
export function MinutesDecisions({ review, where, facts, mode }: SectionProps) {
  const removal = useRemoval();
  const decisions = review.minutes.filter(({ kind }) => kind === 'decision');
  return (
    <section className={styles.section} aria-labelledby="minutes-decisions">
      <h2 id="minutes-decisions" className={styles.heading}>
        Decisions
      </h2>
      <ol>
        {decisions.map((decision) => (
          <Decision key={decision.id} {...{ decision, where, facts, mode, removal }} />
        ))}
      </ol>
      <MinutesRemoval removal={removal} />
      {mode === 'open' ? <NewDecision where={where} facts={facts} /> : null}
      {mode !== 'open' && decisions.length === 0 ? <p className={styles.none}>Nothing was decided.</p> : null}
    </section>
  );
}

type DecisionProps = Pick<SectionProps, 'where' | 'facts' | 'mode'> & {
  readonly decision: Minute;
  readonly removal: Removal;
};

function Decision({ decision, where, facts, mode, removal }: DecisionProps) {
  const isDrafted = useDraft(entryPlace(decision)) !== null;
  const [state, setState] = useState<'read' | 'edited'>('read');
  const beside = decision.indicator === where.indicator ? null : besideWords(decision, facts);
  if (mode !== 'open') {
    return (
      <li className={styles.row}>
        <p className={styles.words}>{decision.text}</p>
        <div className={styles.meta}>
          {beside === null ? null : <span>{beside} ·</span>}
          <span>
            {decision.changedBy}, {facts.when(decision.changedAt)}
          </span>
          <MinutesVersions minute={decision} facts={facts} onTake={null} />
        </div>
      </li>
    );
  }
  return (
    <li className={styles.row}>
      {state === 'edited' || isDrafted ? (
        <EditedDecision {...{ decision, facts, removal }} onDone={() => setState('read')} />
      ) : (
        <button type="button" className={styles.press} onClick={() => setState('edited')}>
          {decision.text}
        </button>
      )}
      {beside === null ? null : <div className={styles.meta}>{beside}</div>}
    </li>
  );
}

function EditedDecision({
  decision,
  facts,
  removal,
  onDone,
}: Pick<DecisionProps, 'decision' | 'facts' | 'removal'> & { readonly onDone: () => void }) {
  const entry = useEntry(entryPlace(decision), decision);
  const done = (): void => {
    entry.leave();
    onDone();
  };
  return (
    <>
      <MinutesText
        id={`minute-decision-${decision.id}`}
        label="Decision"
        shortcut={null}
        value={entry.words.text}
        onChange={(text) => entry.change({ text, action: null })}
        onLeave={entry.leave}
        onEnter={done}
        focusFirst
      />
      <MinutesSaving entry={entry} minute={decision} facts={facts}>
        <MinutesVersions
          minute={decision}
          facts={facts}
          onTake={(text) => {
            entry.change({ text, action: null });
            entry.leave();
          }}
        />
        {removal.button(decision)}
        <Button kind="link" onClick={done}>
          Done
        </Button>
      </MinutesSaving>
    </>
  );
}

function NewDecision({ where, facts }: Pick<SectionProps, 'where' | 'facts'>) {
  const entry = useEntry(newPlace('decision', where), emptyDraft('decision', where));
  const isBegun = entry.words.text.trim() !== '';
  return (
    <div className={styles.new}>
      <MinutesText
        id="minute-decision"
        label="Write a decision"
        shortcut="D"
        value={entry.words.text}
        onChange={(text) => entry.change({ text, action: null })}
        onLeave={entry.leave}
        onEnter={() => void entry.send()}
        state={entry.saving.kind === 'saving' ? 'locked' : 'as-usual'}
      />
      {isBegun ? (
        <MinutesSaving entry={entry} minute={null} facts={facts}>
          <Button kind="link" onClick={() => void entry.send()}>
            Add decision
          </Button>
          <Button kind="link" onClick={entry.letGo}>
            Clear
          </Button>
        </MinutesSaving>
      ) : null}
    </div>
  );
}

/** "On time": beside which measure a decision or action was written. */
export function besideWords({ indicator }: Minute, facts: SectionProps['facts']): string {
  return indicator === null ? 'The review as a whole' : facts.measureName(indicator);
}
