import type { GoalVersions } from '../../src/contract/goals.ts';
import type { ServiceContext } from '../context.ts';
import { loadGoalHistories } from '../goals/goal-history.ts';
import { ServiceFailure } from '../http/service-failure.ts';

/** Every version of a goal, oldest first. @throws ServiceFailure `not-found` at `id`. */
export const listGoalVersions = async (ctx: ServiceContext, id: string): Promise<GoalVersions> => {
  const history = (await loadGoalHistories(ctx.db.kysely)).find((goal) => goal.id === id);
  if (history === undefined) throw new ServiceFailure('not-found', 'There is no such goal.', 'id');
  return {
    versions: history.versions.map(({ revision, at, by, what, reason, words }) => ({
      revision,
      at: new Date(at).toISOString(),
      by,
      what,
      reason,
      words,
    })),
  };
};
