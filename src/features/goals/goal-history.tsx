import { useQuery } from '@tanstack/react-query';
import { goalVersionsQuery } from '../../api/goal-queries.ts';
import type { Goal } from '../../contract/goals.ts';
import type { Formats } from '../../domain/format.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './goal-form.module.css';
import { versionChanges, versionHead } from './goal-history-words.ts';

type Props = { readonly goal: Goal; readonly card: Scorecard; readonly formats: Formats };

/** Every version of a goal, newest first: who, when, why, and what it says otherwise than the one before. */
export function GoalHistory({ goal, card, formats }: Props) {
  const answer = useQuery(goalVersionsQuery(goal.id));
  if (answer.isPending)
    return (
      <>
        <Skeleton width="100%" height={120} />
        <VisuallyHidden>Loading</VisuallyHidden>
      </>
    );
  if (answer.isError)
    return (
      <>
        <AnnotationFailure error={answer.error} what="The versions could not be read." />
        <p>
          <Button onClick={() => void answer.refetch()}>Try again</Button>
        </p>
      </>
    );
  const { versions } = answer.data;
  if (versions.length === 0)
    return <p className={styles.says}>Nobody has changed it here: it stands as its source gave it.</p>;
  const indicator = card.indicators.get(goal.indicator) ?? null;
  const { timeZone } = card.catalogue.organisation;
  const told = versions.map((version, index) => ({
    version,
    changes: versionChanges(version.words, versions[index - 1]?.words ?? null, indicator, formats),
  }));
  return (
    <ol className={styles.versions} aria-label="Versions, newest first" reversed>
      {told.toReversed().map(({ version, changes }) => (
        <li key={version.revision}>
          <b>{versionHead(version, formats, timeZone)}</b>
          {version.reason === null ? null : <span>{version.reason}</span>}
          {changes.map((line) => (
            <span key={line} className={styles.hint}>
              {line}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
