import { formDrafts, isRecord, type FormDraft } from './form-drafts.ts';

/** A value in the week of a day, as it is typed. */
export type PointText = { readonly value: string; readonly day: string };

/** A goal as it is typed: empty where nothing stands yet. `from` is a day of the week from which the target is in force. */
export type GoalFields = {
  readonly indicator: string;
  readonly baseline: PointText;
  readonly target: string;
  readonly due: string;
  readonly from: string;
  readonly owner: string;
  readonly milestones: readonly PointText[];
};

export type GoalField = keyof GoalFields;

export type GoalDraft = FormDraft<GoalFields>;

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

/** Goals that are being written. */
export const goalDrafts = formDrafts<GoalFields>('kept:goal-drafts', GOAL_FIELDS, isFields);

function isFields({
  indicator,
  baseline,
  target,
  due,
  from,
  owner,
  milestones,
}: Readonly<Record<string, unknown>>): boolean {
  return (
    [indicator, target, due, from, owner].every((text) => typeof text === 'string') &&
    isPoint(baseline) &&
    Array.isArray(milestones) &&
    milestones.every(isPoint)
  );
}

function isPoint(value: unknown): value is PointText {
  return isRecord(value) && typeof value['value'] === 'string' && typeof value['day'] === 'string';
}
