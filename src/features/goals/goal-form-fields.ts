import type { Goal, GoalWords } from '../../contract/goals.ts';
import type { GoalDraft as DomainDraft, RoutePoint } from '../../domain/goal.ts';
import {
  isoDate,
  isoWeekLabel,
  mondayOf,
  parseIsoDate,
  parseIsoWeek,
  weekOfDay,
  type WeekNumber,
} from '../../domain/week.ts';
import type { GoalFields, PointText } from '../../state/goal-drafts.ts';

/** What a new goal starts with. */
export function newFields(indicator: string | null, earliestFrom: string): GoalFields {
  return {
    indicator: indicator ?? '',
    baseline: { value: '', day: '' },
    target: '',
    due: '',
    from: dayIn(earliestFrom),
    owner: '',
    milestones: [],
  };
}

/** A goal as the form shows it. */
export function fieldsOf(goal: Pick<Goal, keyof GoalFields>): GoalFields {
  return {
    indicator: goal.indicator,
    baseline: goal.baseline === null ? { value: '', day: '' } : pointText(goal.baseline),
    target: String(goal.target),
    due: goal.due,
    from: dayIn(goal.from),
    owner: goal.owner ?? '',
    milestones: goal.milestones.map(pointText),
  };
}

/** What the form says, for the service; null where nothing, or nothing that can be read, stands. */
export function wordsOf(fields: GoalFields, team: string | null): GoalWords {
  const { indicator, baseline, target, due, from, owner, milestones } = fields;
  return {
    indicator,
    team,
    baseline: pointOf(baseline),
    target: numberOf(target),
    from: weekIn(from),
    due: parseIsoDate(due) === null ? null : due,
    owner: owner.trim() === '' ? null : owner.trim(),
    milestones: milestones
      .map(pointOf)
      .filter((point) => point !== null)
      .toSorted((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0)),
  };
}

/** The same in the numbers of the domain, to be checked. */
export function draftOf(words: GoalWords): DomainDraft {
  return {
    indicator: words.indicator === '' ? null : words.indicator,
    team: words.team,
    baseline: words.baseline === null ? null : routePoint(words.baseline),
    target: words.target,
    from: words.from === null ? null : parseIsoWeek(words.from),
    due: words.due === null ? null : parseIsoDate(words.due),
    owner: words.owner,
    milestones: words.milestones.map(routePoint),
  };
}

/**
 * A number as people write it, with a point or a comma; null for everything else. A comma before exactly three digits may
 * part thousands or decimals: nobody can tell, so it is none.
 */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace('\u2212', '-').replace(/^\+/, '').replace(/\s*%$/, '');
  if (plain === '' || /\d,\d{3}$/.test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

export function isComplete(point: PointText): boolean {
  return pointOf(point) !== null;
}

/** The week of a day as typed; null where it is no day. */
export function weekOfText(day: string): WeekNumber | null {
  const parsed = parseIsoDate(day);
  return parsed === null ? null : weekOfDay(parsed);
}

/** The Monday of a week's label. */
export function dayIn(week: string): string {
  const parsed = parseIsoWeek(week);
  return parsed === null ? '' : isoDate(mondayOf(parsed));
}

function weekIn(day: string): string | null {
  const week = weekOfText(day);
  return week === null ? null : isoWeekLabel(week);
}

function pointOf({ value, day }: PointText): { week: string; value: number } | null {
  const number = numberOf(value);
  const week = weekIn(day);
  return number === null || week === null ? null : { week, value: number };
}

function pointText({ week, value }: { readonly week: string; readonly value: number }): PointText {
  return { value: String(value), day: dayIn(week) };
}

function routePoint({ week, value }: { readonly week: string; readonly value: number }): RoutePoint {
  return { week: parseIsoWeek(week) ?? 0, value };
}
