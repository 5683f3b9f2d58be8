import { useId, useMemo } from 'react';
import type { Improvement } from '../../contract/improvements.ts';
import type { Formats } from '../../domain/format.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import styles from './actions-section.module.css';
import { ImprovementDetails } from './improvement-details.tsx';
import type { ImprovementOpen } from './improvement-dialog.tsx';
import { impactGround, impactWords } from './improvement-impact.ts';
import { causeWords, componentWords, effectiveWords } from './improvement-words.ts';

type Props = {
  readonly improvement: Improvement;
  readonly causes: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  /** Of the teams without it; to compare with. */
  readonly unaffected: readonly string[];
  /** "Depot North", "Organisation". */
  readonly whose: string;
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly columns: number;
  readonly state: 'open' | 'shut';
  readonly onToggle: () => void;
  readonly onOpen: (open: ImprovementOpen) => void;
};

/** An improvement with its answer; a press on the answer opens what it rests on. */
export function ImprovementRow(props: Props) {
  const { improvement, causes, whose, card, formats, columns, state, onToggle } = props;
  const panel = useId();
  const isOpen = state === 'open';
  const ground = useMemo(() => impactGround(card, improvement), [card, improvement]);
  const { answer } = useMemo(() => impactWords(ground, formats), [ground, formats]);
  return (
    <>
      <tr>
        <th scope="row">{improvement.title}</th>
        <td data-label="Whose">{whose}</td>
        <td data-label="Component">{componentWords(improvement)}</td>
        <td data-label="Cause">{causeWords(improvement.cause, causes)}</td>
        <td data-label="Owner">{improvement.owner ?? 'Nobody named'}</td>
        <td data-label="In effect" className={styles.number}>
          {effectiveWords(improvement.effective, formats)}
        </td>
        <td data-label="Did it work?">
          <button
            type="button"
            className={styles.press}
            aria-expanded={isOpen}
            aria-controls={isOpen ? panel : undefined}
            aria-label={`${answer}: details of ${improvement.title}`}
            onClick={onToggle}
          >
            {answer}
          </button>
          {ground.kind === 'given' ? <span className={styles.progress}>{ground.indicator.name}</span> : null}
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={columns} id={panel} className={styles.panelCell}>
            <ImprovementDetails {...props} ground={ground} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
