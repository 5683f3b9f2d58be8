import { useId, useState } from 'react';
import type { Minute } from '../../contract/minutes.ts';
import { useMay } from '../../parts/use-session.ts';
import { actionDue, shortName } from '../../reading/action-due.ts';
import { useDraft } from '../../state/drafts.ts';
import { cx } from '../../ui/cx.ts';
import { besideWords } from './minutes-decisions.tsx';
import { MinutesActionPanel } from './minutes-action-panel.tsx';
import { entryPlace } from './minutes-entry.ts';
import type { Removal } from './minutes-removal.tsx';
import type { SectionProps } from './minutes-section.ts';
import styles from './minutes.module.css';

type Props = SectionProps & {
  readonly action: Minute;
  /** null: an action of an earlier week is done or dropped, not removed. */
  readonly removal: Removal | null;
};

/** What, who and until when; a press on it opens the panel in which it is changed. */
export function MinutesActionRow(props: Props) {
  const { action, where, facts, formats } = props;
  const panel = useId();
  const may = useMay();
  const isDrafted = useDraft(entryPlace(action)) !== null;
  const [state, setState] = useState<'shut' | 'open'>('shut');
  if (action.action === null) return null;
  const { owner } = action.action;
  const due = actionDue(action.action, facts.today, facts.timeZone, formats);
  const mayChange = may('changeMinute', action.teams);
  const isOpen = mayChange && (state === 'open' || isDrafted);
  return (
    <>
      <tr className={due.kind === 'done' || due.kind === 'dropped' ? styles.closed : undefined}>
        <td>
          {mayChange ? (
            <button
              type="button"
              className={styles.press}
              aria-expanded={isOpen}
              aria-controls={isOpen ? panel : undefined}
              onClick={() => setState(isOpen ? 'shut' : 'open')}
            >
              {action.text}
            </button>
          ) : (
            action.text
          )}
          {action.indicator === where.indicator ? null : (
            <span className={styles.beside}>{besideWords(action, facts)}</span>
          )}
        </td>
        <td title={owner}>{shortName(owner)}</td>
        <td className={cx(styles.due, due.kind === 'late' ? styles.late : null)}>{due.words}</td>
      </tr>
      {isOpen ? (
        <tr className={styles.panelRow}>
          <td colSpan={3} id={panel}>
            <MinutesActionPanel {...props} onDone={() => setState('shut')} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
