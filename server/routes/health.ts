import type { Hono } from 'hono';
import type { ServiceContext } from '../context.ts';
import { getHealth } from '../services/get-health.ts';

/** Never cached: it says what time it is. */
export const registerHealthRoute = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/health', async (c) =>
    c.json(getHealth(ctx, await ctx.data.index()), 200, { 'cache-control': 'no-store' }),
  );
};
