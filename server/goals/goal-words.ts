import type { GoalWords } from '../../src/contract/goals.ts';
import type { GoalDraft } from '../../src/domain/goal.ts';
import { isoDate, isoWeekLabel, parseIsoDate, parseIsoWeek, type WeekNumber } from '../../src/domain/week.ts';
import type { GoalsTable } from '../db/schema.ts';
import { ServiceFailure } from '../http/service-failure.ts';

const weekAt = (label: string, at: string): WeekNumber => {
  const week = parseIsoWeek(label);
  if (week === null) throw new ServiceFailure('bad-request', `The year of ${label} has no such week.`, at);
  return week;
};

/**
 * The words of a goal with weeks and days as numbers, as the domain judges them.
 * @throws ServiceFailure `bad-request` at `words.FIELD` where a week or date does not exist.
 */
export const draftOf = (words: GoalWords): GoalDraft => {
  const { indicator, team, baseline, target, from, due, owner, milestones } = words;
  const day = due === null ? null : parseIsoDate(due);
  if (due !== null && day === null) throw new ServiceFailure('bad-request', `There is no date ${due}.`, 'words.due');
  return {
    indicator,
    team,
    baseline: baseline && { week: weekAt(baseline.week, 'words.baseline'), value: baseline.value },
    target,
    from: from === null ? null : weekAt(from, 'words.from'),
    due: day,
    owner,
    milestones: milestones.map(({ week, value }) => ({ week: weekAt(week, 'words.milestones'), value })),
  };
};

/** What stands of a goal: these are never left out, neither by people (`goalProblems`) nor by imports. */
export type KeptGoalWords = GoalWords & { readonly target: number; readonly from: string; readonly due: string };

/** Words that were found to be a goal. */
export const keptWords = (words: GoalWords): KeptGoalWords => {
  const { target, from, due } = words;
  if (target === null || from === null || due === null)
    throw new Error('a goal without target, week or date was let pass');
  return { ...words, target, from, due };
};

/** Words as they are kept: names without the spaces around them. */
export const tidied = (words: GoalWords): GoalWords => ({ ...words, owner: words.owner?.trim() ?? null });

/** One spelling for equal words, whatever the order in which their fields came. */
export const spelledGoal = ({ indicator, team, baseline, target, from, due, owner, milestones }: GoalWords): string =>
  JSON.stringify([
    [indicator, team, target, from, due, owner],
    [...(baseline === null ? [] : [baseline]), ...milestones].map(({ week, value }) => [week, value]),
    baseline === null,
  ]);

/** What an import gave, in the words in which people write. A baseline without its week is no place to start from. */
export const importedWords = (row: GoalsTable): KeptGoalWords => ({
  indicator: row.indicator_id,
  team: row.team_id,
  baseline:
    row.baseline === null || row.baseline_week === null
      ? null
      : { week: isoWeekLabel(row.baseline_week), value: row.baseline },
  target: row.target,
  from: isoWeekLabel(row.from_week),
  due: isoDate(row.due_day),
  owner: row.owner,
  milestones: [],
});
