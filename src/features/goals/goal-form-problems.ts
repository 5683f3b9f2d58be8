import type { Goal } from '../../contract/goals.ts';
import { ApiError } from '../../api/api-error.ts';
import type { Indicator } from '../../domain/catalogue-types.ts';
import { goalProblems } from '../../domain/goal.ts';
import { parseIsoWeek } from '../../domain/week.ts';
import {
  GOAL_FIELDS,
  type GoalDraft,
  type GoalField,
  type GoalFields,
  type PointText,
} from '../../state/goal-drafts.ts';
import { dayIn, draftOf, isComplete, numberOf, wordsOf } from './goal-form-fields.ts';
import { isSame } from './goal-merge.ts';

/** Why the goal cannot be kept yet, a sentence at each field. */
export type FieldProblems = Readonly<Partial<Record<GoalField, string>>>;

export type FormFacts = {
  readonly team: string | null;
  readonly indicator: Indicator | null;
  /** First week whose status nobody has seen yet. */
  readonly earliestFrom: string;
  /** All goals: only one of an indicator and team runs at a time. */
  readonly goals: readonly Goal[];
};

const NO_NUMBER = 'This is no number that can be read: write it such as 95 or 12480.5.';

/** Whether the week from which the target is in force has to be said: the target is new, or another one. */
export function asksFrom({ revision, base, mine }: GoalDraft): boolean {
  return revision === null || !isSame('target', base, mine);
}

/**
 * What the form says, with the week from which the target is in force: a target that stands keeps its own, another one
 * enters force in the first week that nobody has seen yet, until a later one is said.
 */
export function saidFields(draft: GoalDraft, earliestFrom: string): GoalFields {
  const { base, mine, revision } = draft;
  if (!asksFrom(draft)) return { ...mine, from: base.from };
  const earliest = dayIn(earliestFrom);
  const isOpen = revision === null || !isSame('from', base, mine) || base.from >= earliest;
  return isOpen ? mine : { ...mine, from: earliest };
}

/** In the words of the domain, and what only a form can get wrong. */
export function fieldProblems(draft: GoalDraft, { team, indicator, earliestFrom, goals }: FormFacts): FieldProblems {
  const fields = saidFields(draft, earliestFrom);
  const earliest = asksFrom(draft) ? parseIsoWeek(earliestFrom) : null;
  const problems: Partial<Record<GoalField, string>> = {};
  for (const { at, message } of goalProblems(draftOf(wordsOf(fields, team)), indicator, earliest)) {
    problems[at] ??= message;
  }
  if (isNoNumber(fields.target)) problems.target = NO_NUMBER;
  if (isNoNumber(fields.baseline.value)) problems.baseline = NO_NUMBER;
  if (fields.milestones.some(({ value }) => isNoNumber(value))) problems.milestones = NO_NUMBER;
  else if (!fields.milestones.every((point) => isComplete(point) || isEmpty(point)))
    problems.milestones = 'Each milestone has a value and a week.';
  const running = runningGoal(draft, goals, team);
  if (running !== null && indicator !== null)
    problems.indicator = `A goal for ${indicator.name} runs already: change that one, or end it first.`;
  return problems;
}

/** The part of the form at which the service refused, with its words; null where it is no field's. */
export function refusedField(error: unknown): { readonly field: GoalField; readonly message: string } | null {
  if (!(error instanceof ApiError) || error.failure.kind !== 'service') return null;
  const { at = '', message } = error.failure.error;
  const [name] = at.replace(/^words\./, '').split(/[.[]/);
  const field = GOAL_FIELDS.find((each) => each === name);
  return field === undefined ? null : { field, message };
}

/** The goal that stands in the way of a new one: only one of an indicator and team runs at a time. */
export function runningGoal({ revision, mine }: GoalDraft, goals: readonly Goal[], team: string | null): Goal | null {
  if (revision !== null) return null;
  const isIt = (goal: Goal): boolean =>
    goal.state === 'running' && goal.team === team && goal.indicator === mine.indicator;
  return goals.find(isIt) ?? null;
}

function isNoNumber(text: string): boolean {
  return text.trim() !== '' && numberOf(text) === null;
}

function isEmpty({ value, day }: PointText): boolean {
  return value.trim() === '' && day === '';
}
