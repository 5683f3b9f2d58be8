import type { Hono } from 'hono';
import { AnnotationsQuery, NewAnnotation, Withdrawal } from '../../src/contract/annotations.ts';
import { authored } from '../auth/authored.ts';
import { callerOf } from '../auth/caller.ts';
import { actingFor } from '../auth/guard.ts';
import type { ServiceContext } from '../context.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { taggedAnswer } from '../http/tagged-answer.ts';
import { addAnnotation } from '../services/add-annotation.ts';
import { listAnnotations } from '../services/list-annotations.ts';
import { withdrawAnnotation } from '../services/withdraw-annotation.ts';

/** Annotations and confirmed changes: list, add, withdraw. */
export const registerAnnotationRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/annotations', async (c) => {
    const query = parseQuery(AnnotationsQuery, new URL(c.req.url).searchParams);
    return taggedAnswer(c, await listAnnotations(ctx, query));
  });

  app.post('/api/annotations', async (c) =>
    c.json(
      await addAnnotation(actingFor(ctx, callerOf(c)), authored(ctx, c, await parseBody(NewAnnotation, c.req.raw))),
      201,
    ),
  );

  app.post('/api/annotations/:id/withdrawal', async (c) => {
    const withdrawal = authored(ctx, c, await parseBody(Withdrawal, c.req.raw));
    return c.json(await withdrawAnnotation(actingFor(ctx, callerOf(c)), c.req.param('id'), withdrawal));
  });
};
