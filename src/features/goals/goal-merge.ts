import { parseIsoDate, weekOfDay } from '../../domain/week.ts';
import type { GoalField, GoalFields, PointText } from '../../state/goal-drafts.ts';
import { numberOf } from './goal-form-fields.ts';

export type GoalMerge = {
  /** Mine where I changed it, theirs where only they did; where both changed it, mine until it is settled. */
  readonly fields: GoalFields;
  /** Fields that only they changed. */
  readonly taken: readonly GoalField[];
  /** Fields that both changed, to something else. */
  readonly clashes: readonly GoalField[];
};

/**
 * Two people changed the same goal: a three-way merge, field by field. A value and its week are one field, because half of
 * one's baseline and half of the other's is a baseline that nobody meant.
 */
export function mergeGoal(base: GoalFields, mine: GoalFields, theirs: GoalFields): GoalMerge {
  const changed = GOAL_FIELDS.filter((field) => !isSame(field, base, theirs) && !isSame(field, mine, theirs));
  const taken = changed.filter((field) => isSame(field, base, mine));
  return {
    fields: taken.reduce((fields, field) => ({ ...fields, [field]: theirs[field] }), mine),
    taken,
    clashes: changed.filter((field) => !taken.includes(field)),
  };
}

/** In the order of the form. */
export const GOAL_FIELDS = [
  'indicator',
  'baseline',
  'target',
  'due',
  'from',
  'owner',
  'milestones',
] as const satisfies readonly GoalField[];

/** Whether two say the same in a field, however it is typed: `95`, `95.0` and `95,0` are one target. */
export function isSame(field: GoalField, a: GoalFields, b: GoalFields): boolean {
  return meant(field, a) === meant(field, b);
}

function meant(field: GoalField, fields: GoalFields): string {
  switch (field) {
    case 'baseline':
      return pointMeant(fields.baseline);
    case 'milestones':
      return fields.milestones.map(pointMeant).toSorted().join(';');
    case 'target':
      return numberMeant(fields.target);
    case 'from':
      return weekMeant(fields.from);
    case 'indicator':
    case 'due':
    case 'owner':
      return fields[field].trim();
  }
}

function pointMeant({ value, day }: PointText): string {
  return `${weekMeant(day)} ${numberMeant(value)}`;
}

function numberMeant(text: string): string {
  return String(numberOf(text) ?? text.trim());
}

function weekMeant(day: string): string {
  const parsed = parseIsoDate(day);
  return parsed === null ? day : String(weekOfDay(parsed));
}
