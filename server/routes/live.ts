import type { Hono } from 'hono';
import type { LiveEvent } from '../../src/contract/imports.ts';
import type { ServiceContext } from '../context.ts';
import { eventStream } from '../live/event-stream.ts';

/** The committed data version at once, then every time it moves. */
export const registerLiveRoute = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/live', async (c) => {
    /* Before the stream begins, so that a database that does not answer is told as a failure. */
    const committed = await ctx.data.version();
    return eventStream(c.req.raw.signal, ({ send, close }) => {
      const tell = (dataVersion: number): void => {
        const event: LiveEvent = { dataVersion, build: ctx.build };
        send(event);
      };
      tell(committed);
      return ctx.live.subscribe(tell, close);
    });
  });
};
