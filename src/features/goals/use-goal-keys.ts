import { goToWeek } from '../../parts/week-control.tsx';
import type { GoalRow } from '../../reading/goal-row.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';
import type { WeekNumber } from '../../domain/week.ts';
import { useKeys } from '../../state/keys.ts';
import { focusGoal } from './change-view.ts';

type Does = {
  readonly card: Scorecard;
  readonly firstWeek: WeekNumber;
  readonly rows: readonly GoalRow[];
  readonly focus: GoalRow | null;
  /** null: this person may not set one here. */
  readonly onGoal: (() => void) | null;
  readonly onAction: (() => void) | null;
};

/** Keys of the page of goals; none of them while somebody types. */
export function useGoalKeys({ card, firstWeek, rows, focus, onGoal, onAction }: Does): void {
  const week = (by: number) => (): void => {
    const to = card.week + by;
    if (to >= firstWeek && to <= card.last) goToWeek(to, card.latest);
  };
  const goal = (by: number) => (): void => {
    const next = rows[rows.findIndex(({ id }) => id === focus?.id) + by];
    if (next !== undefined) focusGoal(next.id);
  };
  useKeys({
    j: goal(1),
    k: goal(-1),
    ArrowDown: goal(1),
    ArrowUp: goal(-1),
    ArrowLeft: week(-1),
    ArrowRight: week(1),
    Home: () => {
      if (card.latest !== null) goToWeek(card.latest, card.latest);
    },
    ...(onGoal === null ? {} : { n: onGoal }),
    ...(onAction === null ? {} : { a: onAction }),
  });
}
