import { useState, type FocusEvent } from 'react';
import { GOAL_FIELDS, type GoalField } from '../../state/goal-drafts.ts';

export type Touched = {
  readonly fields: ReadonlySet<GoalField>;
  /** For the form: a field counts once the focus leaves all of it, so that nobody is told off while typing. */
  readonly onBlur: (event: FocusEvent) => void;
};

/** Fields that somebody has been in; each is marked by `data-field`. */
export function useTouched(): Touched {
  const [fields, setFields] = useState<ReadonlySet<GoalField>>(new Set());
  return {
    fields,
    onBlur: ({ target, relatedTarget }) => {
      const place = target.closest<HTMLElement>('[data-field]');
      const field = GOAL_FIELDS.find((each) => each === place?.dataset['field']);
      if (field === undefined || fields.has(field)) return;
      // To the other half of a baseline: still in the field.
      if (relatedTarget instanceof Node && place?.contains(relatedTarget) === true) return;
      // A sentence that appears now would move the button away from under the pointer.
      if (relatedTarget instanceof HTMLButtonElement) return;
      setFields(new Set([...fields, field]));
    },
  };
}
