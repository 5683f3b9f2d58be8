import type { Context, Hono } from 'hono';
import { ImprovementChange, ImprovementWithdrawal, NewImprovement } from '../../src/contract/improvements.ts';
import { authored } from '../auth/authored.ts';
import { callerOf } from '../auth/caller.ts';
import { actingFor } from '../auth/guard.ts';
import type { ServiceContext } from '../context.ts';
import { parseBody, storable } from '../http/parse-body.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { taggedAnswer } from '../http/tagged-answer.ts';
import { addImprovement } from '../services/add-improvement.ts';
import { changeImprovement, withdrawImprovement } from '../services/change-improvement.ts';
import { listImprovements } from '../services/list-improvements.ts';

const idIn = (c: Context): string => {
  const id = c.req.param('id') ?? '';
  if (!storable(id)) throw new ServiceFailure('not-found', 'There is no such improvement.', 'id');
  return id;
};

/** Improvements: list, add, change, withdraw. */
export const registerImprovementRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/improvements', async (c) => taggedAnswer(c, await listImprovements(ctx)));

  app.post('/api/improvements', async (c) =>
    c.json(
      await addImprovement(actingFor(ctx, callerOf(c)), authored(ctx, c, await parseBody(NewImprovement, c.req.raw))),
      201,
    ),
  );

  app.put('/api/improvements/:id', async (c) => {
    const change = authored(ctx, c, await parseBody(ImprovementChange, c.req.raw));
    return c.json(await changeImprovement(actingFor(ctx, callerOf(c)), idIn(c), change));
  });

  app.post('/api/improvements/:id/withdrawal', async (c) => {
    const withdrawal = authored(ctx, c, await parseBody(ImprovementWithdrawal, c.req.raw));
    return c.json(await withdrawImprovement(actingFor(ctx, callerOf(c)), idIn(c), withdrawal));
  });
};
