import { addressOf } from '../../state/address.ts';
import { currentView, goTo } from '../../state/use-view.ts';
import type { GoalsView } from '../../state/view.ts';

/** The address of the page with a goal in focus. */
export function goalAddress(view: GoalsView, goal: string): string {
  return addressOf({ ...view, goal });
}

/** Puts a goal in focus. Stepping through goals is one visit: the way back leads out of the page, not through it. */
export function focusGoal(goal: string): void {
  const view = currentView();
  if (view.page === 'goals') goTo({ ...view, goal }, 'replace');
}
