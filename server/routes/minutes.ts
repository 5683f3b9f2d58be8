import type { Context, Hono } from 'hono';
import { ActionsQuery, MinuteChange, MinuteRemoval } from '../../src/contract/minutes.ts';
import { authored } from '../auth/authored.ts';
import { callerOf } from '../auth/caller.ts';
import { actingFor } from '../auth/guard.ts';
import type { ServiceContext } from '../context.ts';
import { parseBody, storable } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { taggedAnswer } from '../http/tagged-answer.ts';
import { changeMinute } from '../services/change-minute.ts';
import { listActions } from '../services/list-actions.ts';
import { listMinuteVersions } from '../services/list-minute-versions.ts';
import { removeMinute } from '../services/remove-minute.ts';

const idIn = (c: Context): string => {
  const id = c.req.param('id') ?? '';
  if (!storable(id)) throw new ServiceFailure('not-found', 'There is no such entry.', 'id');
  return id;
};

/** Single entries of reviews, and the actions of all of them. */
export const registerMinuteRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.put('/api/minutes/:id', async (c) => {
    const change = authored(ctx, c, await parseBody(MinuteChange, c.req.raw));
    return c.json(await changeMinute(actingFor(ctx, callerOf(c)), idIn(c), change));
  });

  app.delete('/api/minutes/:id', async (c) => {
    const removal = authored(ctx, c, parseQuery(MinuteRemoval, new URL(c.req.url).searchParams));
    return c.json(await removeMinute(actingFor(ctx, callerOf(c)), idIn(c), removal));
  });

  app.get('/api/minutes/:id/versions', async (c) => taggedAnswer(c, await listMinuteVersions(ctx, idIn(c))));

  app.get('/api/actions', async (c) => {
    const query = parseQuery(ActionsQuery, new URL(c.req.url).searchParams);
    return taggedAnswer(c, await listActions(ctx, query));
  });
};
