import type { Indicator } from './catalogue-types.ts';
import { sundayOf, weekOfDay, type DayNumber, type WeekNumber } from './week.ts';

/** A figure in the unit that is shown, in a week: where a route starts, or passes through. */
export type RoutePoint = { readonly week: WeekNumber; readonly value: number };

/**
 * A goal: where an indicator of a team shall be, by when, from where, and who answers for it.
 * Imported goals may lack baseline or owner; none that a person sets does (`goalProblems`).
 */
export type Goal = {
  readonly id: string;
  readonly indicator: string;
  /** null: the whole organisation's. */
  readonly team: string | null;
  readonly baseline: RoutePoint | null;
  /** In the unit that is shown. */
  readonly target: number;
  /** First week that is judged against the target; weeks before keep the target that was in force then. */
  readonly from: WeekNumber;
  /** The goal's date: the last day on which it may be reached. */
  readonly due: DayNumber;
  readonly owner: string | null;
  /** Between baseline and goal, oldest first. */
  readonly milestones: readonly RoutePoint[];
  /** The first week in which the goal no longer held; null while it runs. */
  readonly endedWeek: WeekNumber | null;
};

/** What a person has written of a goal so far; null or empty where nothing stands yet. */
export type GoalDraft = {
  readonly indicator: string | null;
  readonly team: string | null;
  readonly baseline: RoutePoint | null;
  readonly target: number | null;
  readonly from: WeekNumber | null;
  readonly due: DayNumber | null;
  readonly owner: string | null;
  readonly milestones: readonly RoutePoint[];
};

/** `at` names the field as the contract does; `message` is a sentence for the person who writes. */
export type GoalProblem = {
  readonly at: 'indicator' | 'baseline' | 'target' | 'from' | 'due' | 'owner' | 'milestones';
  readonly message: string;
};

/** The week in which the goal is due: that of its date. */
export function dueWeek(goal: Pick<Goal, 'due'>): WeekNumber {
  return weekOfDay(goal.due);
}

/** Baseline, milestones and goal as one line, oldest first; null for a goal that says not where it starts. */
export function plannedPoints(
  goal: Pick<Goal, 'baseline' | 'milestones' | 'target' | 'due'>,
): readonly RoutePoint[] | null {
  if (goal.baseline === null) return null;
  return [goal.baseline, ...goal.milestones, { week: dueWeek(goal), value: goal.target }];
}

/**
 * Where the plan is in a week: a straight line from baseline to goal, or from milestone to milestone; the goal's target
 * from its date on. null before the baseline's week, and for a goal without one.
 *
 *     planned(w) = a + (b − a) · (w − wₐ) / (w_b − wₐ)   between neighbouring points (wₐ, a) and (w_b, b)
 */
export function plannedAt(
  goal: Pick<Goal, 'baseline' | 'milestones' | 'target' | 'due'>,
  week: WeekNumber,
): number | null {
  const points = plannedPoints(goal);
  if (points === null) return null;
  const next = points.findIndex((point) => point.week > week);
  if (next === -1) return goal.target;
  const before = points[next - 1];
  const after = points[next];
  if (before === undefined || after === undefined) return null;
  return before.value + ((after.value - before.value) * (week - before.week)) / (after.week - before.week);
}

const TAKES_NO_TARGET: Readonly<Partial<Record<string, string>>> = {
  'silent-customers':
    'Silent customers are an estimate with a range: whoever has to reach a number would steer the estimate. Set a goal for what makes customers speak or stay, such as repeated claims or answered in promise.',
  posture:
    'The posture is read from many shares at once and would be played with if it were a goal. Set a goal for one of its parts.',
};

/** Why an indicator takes no goal, in a sentence; null where it takes one. */
export function refusesTarget(indicator: Pick<Indicator, 'id' | 'name' | 'takesTarget' | 'better'>): string | null {
  const told = TAKES_NO_TARGET[indicator.id];
  if (told !== undefined) return told;
  if (!indicator.takesTarget)
    return `${indicator.name} is read beside other figures and takes no goal of its own: a goal on it would say nothing of the service.`;
  if (indicator.better === 'none')
    return `${indicator.name} has no better direction, so nothing can be said to come nearer to a goal.`;
  return null;
}

/**
 * Why a draft is no goal yet: a goal is specific and measurable, so it has an indicator, a baseline (value and week), a
 * target, a date and an owner. `earliestFrom`: the first week whose status nobody has seen yet; a target enters force
 * there at the earliest, so that the status of past weeks does not move. null: whichever (a target that stands already).
 * Empty: it is one.
 */
export function goalProblems(
  draft: GoalDraft,
  indicator: Pick<Indicator, 'id' | 'name' | 'takesTarget' | 'better'> | null,
  earliestFrom: WeekNumber | null,
): readonly GoalProblem[] {
  const problems: GoalProblem[] = [];
  const add = (at: GoalProblem['at'], message: string): void => void problems.push({ at, message });
  if (indicator === null) add('indicator', 'A goal is specific: say which indicator it is for.');
  const refusal = indicator === null ? null : refusesTarget(indicator);
  if (refusal !== null) add('indicator', refusal);
  const { baseline, target, due, owner, from, milestones } = draft;
  if (baseline === null)
    add('baseline', 'A goal is measurable: say where it starts, as a value in a week, so that the way can be seen.');
  if (target === null) add('target', 'A goal is measurable: say which value shall be reached.');
  if (due === null) add('due', 'A goal has a date: say by when it shall be reached.');
  if (owner === null || owner.trim() === '') add('owner', 'Somebody answers for a goal: name its owner.');
  if (from === null) add('from', 'Say from which week on the target is in force.');
  else if (earliestFrom !== null && from < earliestFrom)
    add(
      'from',
      'A target enters force in a week whose status nobody has seen yet: the status of past weeks does not move.',
    );
  if (baseline === null || target === null || due === null) return problems;
  const end = weekOfDay(due);
  if (end <= baseline.week) add('due', 'The date lies after the week of the baseline.');
  else if (from !== null && sundayOf(from) - 6 > due)
    add('from', 'The target enters force before its date at the latest.');
  if (indicator !== null && refusal === null) {
    const away = indicator.better === 'higher' ? target <= baseline.value : target >= baseline.value;
    if (away)
      add(
        'target',
        `${indicator.better === 'higher' ? 'Higher' : 'Lower'} is better here: the target lies beyond the baseline.`,
      );
  }
  milestones.reduce((before, { week }) => {
    if (week <= before || week >= end)
      add('milestones', 'Milestones follow each other, after the baseline and before the goal’s date.');
    return week;
  }, baseline.week);
  return problems;
}
