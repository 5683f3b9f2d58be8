import type { Context, Hono } from 'hono';
import { GoalChange, GoalEnding, GoalsQuery, NewGoal } from '../../src/contract/goals.ts';
import { authored } from '../auth/authored.ts';
import { callerOf } from '../auth/caller.ts';
import { actingFor } from '../auth/guard.ts';
import type { ServiceContext } from '../context.ts';
import { parseBody, storable } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { taggedAnswer } from '../http/tagged-answer.ts';
import { addGoal } from '../services/add-goal.ts';
import { changeGoal, endGoal } from '../services/change-goal.ts';
import { listGoalVersions } from '../services/list-goal-versions.ts';
import { listGoals } from '../services/list-goals.ts';

const idIn = (c: Context): string => {
  const id = c.req.param('id') ?? '';
  if (!storable(id)) throw new ServiceFailure('not-found', 'There is no such goal.', 'id');
  return id;
};

/** Goals: list, set, change, end, and their versions. */
export const registerGoalRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/goals', async (c) => {
    const query = parseQuery(GoalsQuery, new URL(c.req.url).searchParams);
    return taggedAnswer(c, await listGoals(ctx, query));
  });

  app.post('/api/goals', async (c) =>
    c.json(await addGoal(actingFor(ctx, callerOf(c)), authored(ctx, c, await parseBody(NewGoal, c.req.raw))), 201),
  );

  app.put('/api/goals/:id', async (c) => {
    const change = authored(ctx, c, await parseBody(GoalChange, c.req.raw));
    return c.json(await changeGoal(actingFor(ctx, callerOf(c)), idIn(c), change));
  });

  app.post('/api/goals/:id/ending', async (c) => {
    const ending = authored(ctx, c, await parseBody(GoalEnding, c.req.raw));
    return c.json(await endGoal(actingFor(ctx, callerOf(c)), idIn(c), ending));
  });

  app.get('/api/goals/:id/versions', async (c) => taggedAnswer(c, await listGoalVersions(ctx, idIn(c))));
};
