import { useState } from 'react';
import type { Goal } from '../../contract/goals.ts';
import {
  dropGoalDraft,
  keepGoalDraft,
  useGoalDraft,
  type GoalDraft,
  type GoalField,
  type GoalFields,
} from '../../state/goal-drafts.ts';
import { fieldsOf, newFields } from './goal-form-fields.ts';
import { isSame, mergeGoal } from './goal-merge.ts';

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

/** Another's version comes in: what only they changed is taken, what both changed waits for a choice. Nothing typed is lost. */
export function withTheirs(draft: GoalDraft, goal: Goal): GoalDraft {
  const theirs = fieldsOf(goal);
  const { fields, taken, clashes } = mergeGoal(draft.base, draft.mine, theirs);
  const by = goal.changedBy ?? 'Its source';
  return { ...draft, revision: goal.revision, base: theirs, mine: fields, meanwhile: { by, taken, clashes } };
}

/** A choice for one field. Whoever takes their target takes the week from which it is in force with it. */
export function settled(draft: GoalDraft, field: GoalField, whose: 'mine' | 'theirs'): GoalDraft {
  const { meanwhile, base, mine } = draft;
  if (meanwhile === null) return draft;
  const fields: readonly GoalField[] = field === 'target' && whose === 'theirs' ? ['target', 'from'] : [field];
  return {
    ...draft,
    mine: whose === 'mine' ? mine : fields.reduce((all, each) => ({ ...all, [each]: base[each] }), mine),
    meanwhile: { ...meanwhile, clashes: meanwhile.clashes.filter((each) => !fields.includes(each)) },
  };
}

export type DraftState = {
  readonly draft: GoalDraft;
  /** Whether it was typed before this dialog was opened. */
  readonly origin: 'restored' | 'fresh';
  readonly set: (draft: GoalDraft) => void;
  readonly change: (fields: Partial<GoalFields>) => void;
  /** Forgets what was typed. */
  readonly forget: () => void;
};

/** The draft of a place: what the tab still holds, else what the goal says now. */
export function useDraft(place: string, fresh: () => GoalDraft): DraftState {
  const kept = useGoalDraft(place);
  const [initial, setInitial] = useState(fresh);
  const [origin, setOrigin] = useState<'restored' | 'fresh'>(kept !== null && isTyped(kept) ? 'restored' : 'fresh');
  const draft = kept ?? initial;
  const set = (next: GoalDraft): void => keepGoalDraft(place, next);
  return {
    draft,
    origin,
    set,
    change: (fields) => set({ ...draft, mine: { ...draft.mine, ...fields } }),
    forget: () => {
      dropGoalDraft(place);
      setInitial(fresh());
      setOrigin('fresh');
    },
  };
}

function isTyped({ base, mine, reason }: GoalDraft): boolean {
  const fields = Object.keys(mine) as readonly GoalField[];
  return reason !== '' || fields.some((field) => !isSame(field, base, mine));
}
