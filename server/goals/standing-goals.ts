import type { Goal } from '../../src/contract/goals.ts';
import { isoWeekLabel, type WeekNumber } from '../../src/domain/week.ts';
import { newestOf, type GoalHistory } from './goal-history.ts';
import { targetSteps, type TargetStep } from './target-steps.ts';

/** A goal as it stands, with its history and the targets that it put in force. */
export type StandingGoal = {
  readonly goal: Goal;
  readonly history: GoalHistory;
  readonly steps: readonly TargetStep[];
};

type Placed = { readonly history: GoalHistory; readonly steps: readonly TargetStep[]; readonly from: WeekNumber };

const pairOf = (history: GoalHistory): string => {
  const { indicator, team } = newestOf(history).words;
  return JSON.stringify([indicator, team]);
};

/** Of goals whose targets begin in the same week the one that stands comes last: a person's, else the one recorded later. */
export const bySay = (a: GoalHistory, b: GoalHistory): number => {
  const [one, other] = [newestOf(a), newestOf(b)];
  return Number(one.revision > 0) - Number(other.revision > 0) || one.at - other.at || (a.id < b.id ? -1 : 1);
};

const goalOf = (history: GoalHistory, endedWeek: WeekNumber | null): Goal => {
  const { revision, at, by, words } = newestOf(history);
  const isImported = revision === 0;
  return {
    id: history.id,
    indicator: words.indicator,
    team: words.team,
    baseline: words.baseline,
    target: words.target,
    from: words.from,
    due: words.due,
    owner: words.owner,
    milestones: words.milestones,
    state: endedWeek === null ? 'running' : 'ended',
    endedWeek: endedWeek === null ? null : isoWeekLabel(endedWeek),
    origin: isImported ? 'imported' : 'kept',
    revision,
    changedBy: isImported ? null : by,
    changedAt: isImported ? null : new Date(at).toISOString(),
  };
};

/**
 * Every goal as it stands. Of several of one indicator and team, which an import can bring, the one whose target enters
 * force last runs; each before it ended in the week in which the next one entered force, as its target did.
 */
export const standingGoals = (histories: readonly GoalHistory[]): readonly StandingGoal[] => {
  const pairs = new Map<string, Placed[]>();
  for (const history of histories) {
    const steps = targetSteps(history);
    const from = steps.at(-1)?.from ?? 0;
    const pair = pairs.get(pairOf(history));
    if (pair === undefined) pairs.set(pairOf(history), [{ history, steps, from }]);
    else pair.push({ history, steps, from });
  }
  return [...pairs.values()].flatMap((placed) => {
    const inForce = placed
      .filter(({ steps }) => steps.length > 0)
      .sort((a, b) => a.from - b.from || bySay(a.history, b.history));
    return placed.map(({ history, steps }) => {
      const newest = newestOf(history);
      const at = inForce.findIndex((other) => other.history === history);
      const next = at === -1 ? undefined : inForce[at + 1]?.from;
      const ended = newest.what === 'ended' ? newest.openWeek : undefined;
      const weeks = [next, ended].filter((week) => week !== undefined);
      return { history, steps, goal: goalOf(history, weeks.length === 0 ? null : Math.min(...weeks)) };
    });
  });
};
