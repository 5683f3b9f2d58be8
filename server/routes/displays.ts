import type { Context, Hono } from 'hono';
import { DisplayChange, DisplayCommand, NewDisplay } from '../../src/contract/displays.ts';
import { callerOf, nameOf } from '../auth/caller.ts';
import { placeOf } from '../auth/client-address.ts';
import { actingFor } from '../auth/guard.ts';
import type { ServiceContext } from '../context.ts';
import { noSuchDisplay } from '../displays/display-rows.ts';
import { parseBody, storable } from '../http/parse-body.ts';
import { taggedAnswer } from '../http/tagged-answer.ts';
import { approveDisplay } from '../services/approve-display.ts';
import { changeDisplay } from '../services/change-display.ts';
import { commandDisplay } from '../services/command-display.ts';
import { listDisplays } from '../services/list-displays.ts';
import { revokeDisplay } from '../services/revoke-display.ts';

const idIn = (c: Context): string => {
  const id = c.req.param('id') ?? '';
  if (!storable(id)) throw noSuchDisplay();
  return id;
};

/** Displays as people look after them: list, approve, change, command, revoke. */
export const registerDisplayRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.get('/api/displays', async (c) => taggedAnswer(c, await listDisplays(ctx)));

  app.post('/api/displays', async (c) => {
    const wanted = await parseBody(NewDisplay, c.req.raw);
    const caller = callerOf(c);
    const { principal, from } = caller;
    const by = { name: nameOf(principal), id: principal.kind === 'person' ? principal.id : '', place: placeOf(from) };
    return c.json(await approveDisplay(actingFor(ctx, caller), wanted, by), 201);
  });

  app.put('/api/displays/:id', async (c) => {
    const change = await parseBody(DisplayChange, c.req.raw);
    return c.json(await changeDisplay(actingFor(ctx, callerOf(c)), idIn(c), change));
  });

  app.post('/api/displays/:id/commands', async (c) => {
    const command = await parseBody(DisplayCommand, c.req.raw);
    return c.json(await commandDisplay(actingFor(ctx, callerOf(c)), idIn(c), command), 202);
  });

  app.delete('/api/displays/:id', async (c) => c.json(await revokeDisplay(actingFor(ctx, callerOf(c)), idIn(c))));
};
