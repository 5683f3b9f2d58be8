import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { referenceOf, wordsOf } from '../../api/api-error.ts';
import { improvementsQuery } from '../../api/goal-queries.ts';
import { causesQuery } from '../../api/indicator-queries.ts';
import type { Team } from '../../contract/teams.ts';
import type { Formats } from '../../domain/format.ts';
import { concernedTeams, useMay } from '../../parts/use-session.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './actions-section.module.css';
import regions from './goals.module.css';
import type { ImprovementOpen } from './improvement-dialog.tsx';
import { improvementsHere, unaffectedTeams } from './improvement-impact.ts';
import { ImprovementRow } from './improvement-row.tsx';

const ImprovementDialog = lazy(() =>
  import('./improvement-dialog.tsx').then((file) => ({ default: file.ImprovementDialog })),
);

type Props = {
  /** null: the whole organisation. */
  readonly team: string | null;
  readonly teams: readonly Team[];
  readonly card: Scorecard;
  /** Of the goal in focus. */
  readonly indicator: string | null;
  readonly formats: Formats;
};

/** What was improved here, and whether it worked. */
export function ImprovementsSection({ team, teams, card, indicator, formats }: Props) {
  const [open, setOpen] = useState<ImprovementOpen | null>(null);
  const mayAdd = useMay()('addImprovement', concernedTeams(team));
  return (
    <section className={styles.section} aria-labelledby="improvements">
      <div className={styles.head}>
        <h2 id="improvements" className={regions.heading}>
          Improvements
        </h2>
        {mayAdd ? (
          <Button kind="link" onClick={() => setOpen({ kind: 'new' })}>
            Add an improvement
          </Button>
        ) : null}
      </div>
      <List team={team} teams={teams} card={card} formats={formats} onOpen={setOpen} />
      <Suspense fallback={null}>
        {open === null ? null : (
          <ImprovementDialog open={open} {...{ indicator, team, teams, card, formats }} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </section>
  );
}

const COLUMNS = ['Improvement', 'Whose', 'Component', 'Cause', 'Owner', 'In effect', 'Did it work?'] as const;

type ListProps = Omit<Props, 'indicator'> & { readonly onOpen: (open: ImprovementOpen) => void };

function List({ team, teams, card, formats, onOpen }: ListProps) {
  const answer = useQuery(improvementsQuery());
  const causes = useQuery(causesQuery());
  const [shown, setShown] = useState<string | null>(null);
  if (answer.isPending)
    return (
      <>
        <Skeleton width="100%" height={26 + 2 * 34} />
        <VisuallyHidden>Loading</VisuallyHidden>
      </>
    );
  if (answer.isError)
    return (
      <div role="alert" className={regions.quiet}>
        <p>
          <b>The improvements could not be read.</b> {wordsOf(answer.error)}
          {referenceOf(answer.error) === null ? null : ` Reference ${referenceOf(answer.error) ?? ''}`}
        </p>
        <Button kind="link" onClick={() => void answer.refetch()}>
          Try again
        </Button>
      </div>
    );
  const { improvements } = answer.data;
  const here = improvementsHere(improvements, team, card.lineage);
  if (here.length === 0) return <p className={regions.quiet}>No improvement yet.</p>;
  const nameOf = (id: string | null): string =>
    id === null ? 'Organisation' : (teams.find((each) => each.id === id)?.name ?? id);
  return (
    <table className={styles.table} aria-labelledby="improvements">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {here.map((improvement) => (
          <ImprovementRow
            key={improvement.id}
            improvement={improvement}
            causes={causes.data?.causes ?? []}
            unaffected={unaffectedTeams(improvement, improvements, teams)}
            whose={nameOf(improvement.team)}
            card={card}
            formats={formats}
            columns={COLUMNS.length}
            state={shown === improvement.id ? 'open' : 'shut'}
            onToggle={() => setShown(shown === improvement.id ? null : improvement.id)}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}
