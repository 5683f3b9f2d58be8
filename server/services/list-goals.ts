import type { Goal, Goals, GoalsQuery } from '../../src/contract/goals.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import type { ServiceContext } from '../context.ts';
import { earliestFrom } from '../goals/earliest-from.ts';
import { loadGoalHistories } from '../goals/goal-history.ts';
import { standingGoals } from '../goals/standing-goals.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By indicator, team (the organisation first) and week. */
const inOrder = (a: Goal, b: Goal): number =>
  compare(a.indicator, b.indicator) ||
  compare(a.team ?? '', b.team ?? '') ||
  compare(a.from, b.from) ||
  compare(a.id, b.id);

/** Goals of the organisation and its teams, and from when on a new one can be in force. */
export const listGoals = async (ctx: ServiceContext, { state }: GoalsQuery): Promise<Goals> => {
  const index = await ctx.data.index();
  const goals = standingGoals(await loadGoalHistories(ctx.db.kysely)).map(({ goal }) => goal);
  return {
    goals: goals.filter((goal) => state === 'all' || goal.state === 'running').sort(inOrder),
    earliestFrom: isoWeekLabel(earliestFrom(ctx, index)),
  };
};
