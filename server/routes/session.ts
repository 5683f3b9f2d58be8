import type { Context, Hono } from 'hono';
import { Credentials, InvitationAcceptance, InvitationToken, PasswordChange } from '../../src/contract/session.ts';
import { NOBODY } from '../../src/domain/policy.ts';
import { callerOf, type Caller } from '../auth/caller.ts';
import { placeOf } from '../auth/client-address.ts';
import { callerOfSession } from '../auth/identify.ts';
import { hashOf } from '../auth/secrets.ts';
import { dropSessionCookie, putSessionCookie, sessionToken } from '../auth/session-cookie.ts';
import type { NewSession } from '../auth/sessions.ts';
import type { ServiceContext } from '../context.ts';
import { parseBody } from '../http/parse-body.ts';
import { acceptInvitation, lookAtInvitation } from '../services/accept-invitation.ts';
import { changePassword } from '../services/change-password.ts';
import { getSession } from '../services/get-session.ts';
import { signIn } from '../services/sign-in.ts';
import { signOut, signOutEverywhere } from '../services/sign-out.ts';

const NO_STORE = { 'cache-control': 'no-store' } as const;

/** The session that a browser comes with, by its hash; whatever begins one ends it. */
export const beforeOf = (ctx: ServiceContext, c: Context): string | null => {
  const token = sessionToken(c, ctx.settings);
  return token === null ? null : hashOf(token);
};

/** Sessions: who is signed in, sign in and out, one-time links, the own password. */
export const registerSessionRoutes = (app: Hono, ctx: ServiceContext): void => {
  const answer = (c: Context, caller: Omit<Caller, 'from'>): Response => c.json(getSession(ctx, caller), 200, NO_STORE);

  const begun = async (c: Context, { token, tokenHash }: NewSession): Promise<Response> => {
    putSessionCookie(c, ctx.settings, token);
    return answer(c, await callerOfSession(ctx, tokenHash));
  };

  /* What the browser has kept of the answers goes with the session. */
  const ended = (c: Context): Response => {
    /* There is no session to end: at the next request one is the same again. */
    if (['open', 'proxy'].includes(ctx.settings.signIn.way)) return answer(c, callerOf(c));
    dropSessionCookie(c, ctx.settings);
    const nobody = { principal: NOBODY, email: null, session: null };
    const session = getSession(ctx, nobody, ctx.provider?.leave() ?? null);
    return c.json(session, 200, { ...NO_STORE, 'clear-site-data': '"cache"' });
  };

  app.get('/api/session', (c) => answer(c, callerOf(c)));

  app.post('/api/session', async (c) => {
    const credentials = await parseBody(Credentials, c.req.raw);
    const place = placeOf(callerOf(c).from);
    const { session } = await signIn(ctx, { credentials, place, before: beforeOf(ctx, c) });
    return begun(c, session);
  });

  app.delete('/api/session', async (c) => {
    await signOut(ctx, callerOf(c));
    return ended(c);
  });

  app.delete('/api/session/all', async (c) => {
    const { principal } = callerOf(c);
    if (principal.kind === 'person') await signOutEverywhere(ctx, principal.id);
    return ended(c);
  });

  app.put('/api/session/password', async (c) => {
    const change = await parseBody(PasswordChange, c.req.raw);
    return begun(c, await changePassword(ctx, callerOf(c), change));
  });

  app.post('/api/invitation/look', async (c) => {
    const { token } = await parseBody(InvitationToken, c.req.raw);
    return c.json(await lookAtInvitation(ctx, token, placeOf(callerOf(c).from)), 200, NO_STORE);
  });

  app.post('/api/invitation/acceptance', async (c) => {
    const given = await parseBody(InvitationAcceptance, c.req.raw);
    const place = placeOf(callerOf(c).from);
    const { session } = await acceptInvitation(ctx, given, { place, before: beforeOf(ctx, c) });
    return begun(c, session);
  });
};
