import { wordsOf } from '../../api/api-error.ts';
import type { Improvement } from '../../contract/improvements.ts';
import type { Formats } from '../../domain/format.ts';
import notes from '../../parts/form-notes.module.css';
import { concernedTeams, useMay } from '../../parts/use-session.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { Button } from '../../ui/button.tsx';
import styles from './goal-form.module.css';
import type { ImprovementOpen } from './improvement-dialog.tsx';
import { impactWords, type ImpactGround } from './improvement-impact.ts';
import { useOthers } from './improvement-others.ts';

type Props = {
  readonly improvement: Improvement;
  readonly unaffected: readonly string[];
  readonly ground: ImpactGround;
  readonly card: Scorecard;
  readonly formats: Formats;
  readonly onOpen: (open: ImprovementOpen) => void;
};

/** What the answer rests on, beside the teams without the improvement, and the way to change it. */
export function ImprovementDetails({ improvement, unaffected, ground, card, formats, onOpen }: Props) {
  const others = useOthers(card, ground, unaffected);
  const words = impactWords(ground, formats, others.kind === 'read' ? others.figures : undefined);
  const { title, team } = improvement;
  const may = useMay();
  const whose = concernedTeams(team);
  return (
    <div className={notes.note} role="group" aria-label={`Details of ${title}`}>
      <p>
        {ground.kind === 'given' ? `${ground.indicator.name}. ` : ''}
        <b>{words.answer}.</b> {words.detail}
      </p>
      {words.assumption === '' ? null : <p className={styles.hint}>{words.assumption}</p>}
      {others.kind === 'loading' ? <p className={styles.hint}>Reading the teams without it …</p> : null}
      {others.kind === 'failed' ? (
        <p role="alert" className={styles.problem}>
          The teams without it could not be read. {wordsOf(others.error)}{' '}
          <Button kind="link" onClick={others.retry}>
            Try again
          </Button>
        </p>
      ) : null}
      {improvement.origin === 'imported' ? (
        <p className={styles.hint}>It was imported: it is changed where it comes from.</p>
      ) : (
        <p className={styles.actions}>
          {may('changeImprovement', whose) ? (
            <Button aria-label={`Change ${title}`} onClick={() => onOpen({ kind: 'change', improvement })}>
              Change
            </Button>
          ) : null}
          {may('withdrawImprovement', whose) ? (
            <Button aria-label={`Withdraw ${title}`} onClick={() => onOpen({ kind: 'withdraw', improvement })}>
              Withdraw
            </Button>
          ) : null}
        </p>
      )}
    </div>
  );
}
