import type { Hono } from 'hono';
import { callerOf } from '../auth/caller.ts';
import type { ServiceContext } from '../context.ts';
import { getHealth, withoutData } from '../services/get-health.ts';

/** Never cached: it says what time it is. */
export const registerHealthRoute = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/health', async (c) => {
    const health = getHealth(ctx, await ctx.data.index());
    const shown = callerOf(c).principal.kind === 'nobody' ? withoutData(health) : health;
    return c.json(shown, 200, { 'cache-control': 'no-store' });
  });
};
