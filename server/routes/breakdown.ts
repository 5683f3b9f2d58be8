import type { Hono } from 'hono';
import { BreakdownQuery, WeekQuery } from '../../src/contract/breakdown.ts';
import type { ServiceContext } from '../context.ts';
import { parseQuery } from '../http/parse-query.ts';
import type { VersionedAnswers } from '../http/versioned-answer.ts';
import { getBreakdown } from '../services/get-breakdown.ts';
import { listCauses } from '../services/list-causes.ts';
import { listComments } from '../services/list-comments.ts';

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** Why figures are as they are: causes, comments, and what an action can be linked with. */
export const registerBreakdownRoutes = (app: Hono, ctx: ServiceContext, answers: VersionedAnswers): void => {
  app.get('/api/breakdown', async (c) => {
    const query = parseQuery(BreakdownQuery, new URL(c.req.url).searchParams);
    const plain = { ...query, team: distinct(query.team) };
    const key = JSON.stringify(['breakdown', plain.indicator, plain.team, plain.from, plain.week]);
    return answers.send(c, key, async (index) => getBreakdown(ctx, index, plain));
  });

  app.get('/api/comments', async (c) => {
    const query = parseQuery(WeekQuery, new URL(c.req.url).searchParams);
    const plain = { ...query, team: distinct(query.team) };
    const key = JSON.stringify(['comments', plain.team, plain.week]);
    return answers.send(c, key, async (index) => listComments(ctx, index, plain));
  });

  app.get('/api/causes', async (c) => answers.send(c, 'causes', async () => listCauses(ctx)));
};
