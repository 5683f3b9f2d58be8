import type { Context, Hono } from 'hono';
import { Beat, PairingRequest, type WallEvent } from '../../src/contract/displays.ts';
import { callerOf } from '../auth/caller.ts';
import { placeOf } from '../auth/client-address.ts';
import { displaySecret, putDisplayCookie } from '../auth/display-cookie.ts';
import { renewDisplayToken, type FoundToken } from '../auth/display-tokens.ts';
import type { ServiceContext } from '../context.ts';
import { standingDisplay } from '../displays/display-rows.ts';
import { addressIn } from '../http/address-in.ts';
import { createBoardAnswers } from '../http/board-answers.ts';
import { parseBody } from '../http/parse-body.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { eventStream } from '../live/event-stream.ts';
import { beatDisplay } from '../services/beat-display.ts';
import { pairDisplay } from '../services/pair-display.ts';

const NO_STORE = { 'cache-control': 'no-store' } as const;

/** The token of the display that asks; the guard lets nobody else come so far. */
const tokenIn = (c: Context): FoundToken => {
  const { token } = callerOf(c);
  if (token === undefined) throw new ServiceFailure('not-signed-in', 'Pair this screen first.');
  return token;
};

/** What moved of a display, or of the data, as it stands now. @throws ServiceFailure `not-found` where it was revoked. */
const eventOf = async (ctx: ServiceContext, displayId: string): Promise<WallEvent> => {
  const { revision, command_id } = await standingDisplay(ctx.db, displayId);
  return { dataVersion: await ctx.data.version(), build: ctx.build, revision, command: command_id };
};

/** All that a screen on a wall asks. */
export const registerWallRoutes = (app: Hono, ctx: ServiceContext): void => {
  const boards = createBoardAnswers(ctx);

  app.post('/api/wall/pairing', async (c) => {
    await parseBody(PairingRequest, c.req.raw);
    const { token, from } = callerOf(c);
    const { pairing, cookie } = await pairDisplay(ctx, {
      secret: displaySecret(c, ctx.settings),
      name: token?.display.name ?? null,
      place: placeOf(from),
      address: `${addressIn(ctx, c)}/displays`,
    });
    if (cookie !== null) putDisplayCookie(c, ctx.settings, cookie);
    return c.json(pairing, 200, NO_STORE);
  });

  app.post('/api/wall/beat', async (c) => {
    const token = tokenIn(c);
    const answer = await beatDisplay(ctx, token.display.id, await parseBody(Beat, c.req.raw));
    const next = await renewDisplayToken(ctx, token);
    if (next !== null) putDisplayCookie(c, ctx.settings, { secret: next, holds: 'token' });
    return c.json(answer, 200, NO_STORE);
  });

  app.get('/api/wall/board', async (c) => boards.send(c, tokenIn(c).display.id));

  app.get('/api/wall/live', async (c) => {
    const { id } = tokenIn(c).display;
    /* Before the stream begins, so that a database that does not answer is told as a failure. */
    const first = await eventOf(ctx, id);
    return eventStream(c.req.raw.signal, ({ send, close }) => {
      send(first);
      const tell = (): void => {
        eventOf(ctx, id).then(send, (error: unknown) => {
          /* Revoked, by another process too. A database that does not answer ends no stream. */
          if (error instanceof ServiceFailure) close();
        });
      };
      const undo = [ctx.live.subscribe(tell, close), ctx.displays.channel.subscribe(id, tell)];
      return () => undo.forEach((end) => end());
    });
  });
};
