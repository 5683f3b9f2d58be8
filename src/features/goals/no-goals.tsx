import type { EndedGoal } from '../../reading/goal-list.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { EndedGoals } from './ended-goals.tsx';
import type { GoalDialogOpen } from './goal-dialog.tsx';
import styles from './goals.module.css';

type Props = {
  readonly name: string;
  readonly ended: readonly EndedGoal[];
  /** null: this person may not set one here. */
  readonly onSet: (() => void) | null;
  readonly onOpen: (open: GoalDialogOpen) => void;
};

/** A team without a goal: what one is good for, and the way to set it. */
export function NoGoals({ name, ended, onSet, onOpen }: Props) {
  return (
    <section className={styles.message} aria-labelledby="goals">
      <h2 id="goals">
        No goal yet for {name}
        {onSet === null ? '' : ': set one'}
      </h2>
      <p>
        A goal says which figure shall be where by when, and who answers for it. Then this page shows how far it has
        come, when it will be there at its pace, and which causes stand in the way.
      </p>
      {onSet === null ? (
        <p>Whoever leads the team sets it, or an editor.</p>
      ) : (
        <p>
          <Button kind="primary" aria-keyshortcuts="n" onClick={onSet}>
            Set a goal <Kbd>N</Kbd>
          </Button>
        </p>
      )}
      <EndedGoals ended={ended} onOpen={onOpen} />
    </section>
  );
}
