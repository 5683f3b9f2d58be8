import { parseIsoDate, weekOfDay } from '../../domain/week.ts';
import type { GoalField, GoalFields, PointText } from '../../state/goal-drafts.ts';
import { numberOf } from './goal-form-fields.ts';

/**
 * Whether two say the same in a field, however it is typed: `95`, `95.0` and `95,0` are one target. A value and its week are
 * one field, because half of one's baseline and half of the other's is a baseline that nobody meant.
 */
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
