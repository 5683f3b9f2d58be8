import type { EndedGoal } from '../../reading/goal-list.ts';
import { Button } from '../../ui/button.tsx';
import type { GoalDialogOpen } from './goal-dialog.tsx';
import styles from './goals.module.css';

type Props = { readonly ended: readonly EndedGoal[]; readonly onOpen: (open: GoalDialogOpen) => void };

/** Goals that no longer run, folded into one line. */
export function EndedGoals({ ended, onOpen }: Props) {
  if (ended.length === 0) return null;
  return (
    <details className={styles.ended}>
      <summary>{ended.length === 1 ? '1 ended goal' : `${ended.length} ended goals`}</summary>
      <ul aria-label="Ended goals">
        {ended.map(({ goal, name, words }) => (
          <li key={goal.id}>
            <b>{name}</b>, {words}{' '}
            <Button
              kind="link"
              aria-label={`Versions of ${name}, ${words}`}
              onClick={() => onOpen({ kind: 'history', goal })}
            >
              Versions
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
