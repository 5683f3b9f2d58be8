import { useState } from 'react';
import type { KeptAnnotation } from '../contract/annotations.ts';
import type { Team } from '../contract/teams.ts';
import type { Formats } from '../domain/format.ts';
import { parseIsoDate } from '../domain/week.ts';
import { Button } from '../ui/button.tsx';
import styles from './annotation-list.module.css';
import { concernedTeams, useMay } from './use-session.ts';
import { AnnotationWithdrawal } from './annotation-withdrawal.tsx';

type Props = {
  readonly label: string;
  readonly annotations: readonly KeptAnnotation[];
  readonly teams: readonly Team[];
  readonly formats: Formats;
  readonly timeZone: string;
};

/** Annotations or confirmed changes, each with who, when and why, and the way to withdraw it. */
export function AnnotationList({ label, annotations, teams, formats, timeZone }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const withdrawing = annotations.find(({ annotation }) => annotation.id === open);
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {annotations.map((kept) => (
          <li key={kept.annotation.id}>
            <Entry
              kept={kept}
              teams={teams}
              formats={formats}
              timeZone={timeZone}
              onWithdraw={() => setOpen(kept.annotation.id)}
            />
          </li>
        ))}
      </ul>
      {withdrawing === undefined ? null : (
        <AnnotationWithdrawal annotation={withdrawing.annotation} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** "by Mara Voss, Mon 16 Nov, 09:14"; what was imported has no hour of its own. */
function writtenWords({ annotation, history }: KeptAnnotation, formats: Formats, timeZone: string): string | null {
  if (annotation.author === null) return null;
  const written = history.find(({ what, by }) => what === 'added' && by === annotation.author);
  return `by ${annotation.author}${written === undefined ? '' : `, ${formats.instant(Date.parse(written.at), timeZone)}`}`;
}

type EntryProps = Pick<Props, 'teams' | 'formats' | 'timeZone'> & {
  readonly kept: KeptAnnotation;
  readonly onWithdraw: () => void;
};

function Entry({ kept, teams, formats, timeZone, onWithdraw }: EntryProps) {
  const { annotation, state, withdrawable, history } = kept;
  const may = useMay();
  const whose = concernedTeams(annotation.team);
  const mayWithdraw = may('withdrawAnnotation', whose) && (annotation.kind !== 'change' || may('confirmChange', whose));
  const day = parseIsoDate(annotation.date);
  const whom = [
    annotation.indicator === null ? 'all indicators' : null,
    annotation.team === null ? null : (teams.find(({ id }) => id === annotation.team)?.name ?? annotation.team),
  ].filter((word) => word !== null);
  const standing = state === 'stands';
  return (
    <>
      <p className={styles.head}>
        <span className={standing ? styles.text : styles.gone}>{annotation.text}</span>
        <span className={styles.date}>{day === null ? annotation.date : formats.dayAndYear(day)}</span>
      </p>
      {annotation.reason === null ? null : <p className={styles.why}>{annotation.reason}</p>}
      <p className={styles.meta}>
        {[
          annotation.kind === 'improvement' ? 'Improvement' : null,
          ...whom,
          writtenWords(kept, formats, timeZone),
          standing ? null : 'withdrawn',
        ]
          .filter((word) => word !== null)
          .join(' · ')}
        {standing && withdrawable && mayWithdraw ? (
          <>
            {' '}
            <Button kind="link" aria-label={`Withdraw ${annotation.text}`} onClick={onWithdraw}>
              Withdraw
            </Button>
          </>
        ) : null}
      </p>
      {history.length < 2 ? null : (
        <details className={styles.history}>
          <summary>History</summary>
          <ol>
            {history.map(({ what, at, by, reason }) => (
              <li key={`${what} ${at}`}>
                {what === 'added' ? 'Added' : 'Withdrawn'} by {by}, {formats.instant(Date.parse(at), timeZone)}
                {reason === null ? '' : `: ${reason}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
