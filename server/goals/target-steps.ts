import { parseIsoWeek, type WeekNumber } from '../../src/domain/week.ts';
import type { GoalHistory } from './goal-history.ts';

/** A target in force from a week on; `to`, inclusive, where its goal was ended; null: until a later one. */
export type TargetStep = {
  readonly from: WeekNumber;
  readonly to: WeekNumber | null;
  readonly value: number;
  readonly owner: string | null;
};

/**
 * The targets that a goal has put in force, oldest first. Each version that changed target or week adds one and leaves
 * those before it, so that what a past week was judged against stays. A step that had not begun when it was replaced or
 * ended was seen by nobody and is none.
 */
export const targetSteps = ({ versions }: GoalHistory): readonly TargetStep[] => {
  let steps: readonly TargetStep[] = [];
  for (const { what, openWeek, words } of versions) {
    const from = parseIsoWeek(words.from);
    if (from === null) continue;
    const last = steps.at(-1);
    const begun = steps.filter((step) => step.from < openWeek);
    if (what === 'ended') {
      const running = begun.at(-1);
      steps = running === undefined ? [] : [...begun.slice(0, -1), { ...running, to: openWeek - 1 }];
    } else if (last?.from === from && last.value === words.target) {
      steps = [...steps.slice(0, -1), { ...last, owner: words.owner }];
    } else {
      steps = [...begun, { from, to: null, value: words.target, owner: words.owner }];
    }
  }
  return steps;
};
