import type { Goal } from '../../contract/goals.ts';
import { GOAL_FIELDS, type GoalDraft, type GoalField, type GoalFields } from '../../state/goal-drafts.ts';
import { settledFields, withStanding, type FieldKinds } from '../../parts/form-draft.ts';
import { fieldsOf, newFields } from './goal-form-fields.ts';
import { isSame } from './goal-merge.ts';

export const GOAL_KINDS: FieldKinds<GoalFields> = { names: GOAL_FIELDS, isSame };

/** Where the draft of a goal is kept: the goal's own id, or the new one of a team. */
export function draftPlace(goal: Goal | null, team: string | null): string {
  return goal?.id ?? `new:${team ?? ''}`;
}

export function newDraft(indicator: string | null, earliestFrom: string): GoalDraft {
  const fields = newFields(indicator, earliestFrom);
  return { id: crypto.randomUUID(), revision: null, base: fields, mine: fields, reason: '', meanwhile: null };
}

export function draftOfGoal(goal: Goal): GoalDraft {
  const fields = fieldsOf(goal);
  return { id: goal.id, revision: goal.revision, base: fields, mine: fields, reason: '', meanwhile: null };
}

/** Another's version of the goal comes in. */
export function withTheirs(draft: GoalDraft, goal: Goal): GoalDraft {
  const by = goal.changedBy ?? 'Its source';
  return withStanding(draft, GOAL_KINDS, { fields: fieldsOf(goal), revision: goal.revision, by });
}

/** A choice for one field. Whoever takes their target takes the week from which it is in force with it. */
export function settled(draft: GoalDraft, field: GoalField, whose: 'mine' | 'theirs'): GoalDraft {
  return settledFields(draft, field === 'target' && whose === 'theirs' ? ['target', 'from'] : [field], whose);
}
