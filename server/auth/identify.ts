import type { Context } from 'hono';
import { NOBODY, type Person } from '../../src/domain/policy.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { withTeamsBelow } from '../services/team-tree.ts';
import { findKey, KEY_PREFIX, useKey } from './api-key-rows.ts';
import { proxyIdentifier } from './by-proxy.ts';
import { THIS_MACHINE, type Caller } from './caller.ts';
import { clientAddress, placeOf } from './client-address.ts';
import { displaySecret, setUnknownDisplay, WALL_API } from './display-cookie.ts';
import { findDisplayToken, useDisplayToken } from './display-tokens.ts';
import { pairingWaits } from './pairing-rows.ts';
import { hashOf } from './secrets.ts';
import { sessionToken } from './session-cookie.ts';
import { findSession, useSession } from './sessions.ts';

const BEARER = /^Bearer +(\S+)$/i;
const MOST_KEY_LENGTH = 200;

/** A lead leads the teams below too, as the hierarchy stands now. */
const withReach = async (ctx: ServiceContext, person: Person): Promise<Person> => {
  if (person.role !== 'lead' || person.teams.length === 0) return person;
  const { teams } = await ctx.data.index();
  return { ...person, teams: withTeamsBelow(teams, person.teams) };
};

/**
 * The key that a request brings. Wrong ones are counted by place and answered alike; a right one is never held up, for no
 * number of tries finds one of 2^256.
 */
const callerByKey = async (ctx: ServiceContext, header: string, from: string | null): Promise<Caller> => {
  const secret = BEARER.exec(header)?.[1] ?? '';
  const looksLikeOne = secret.startsWith(KEY_PREFIX) && secret.length <= MOST_KEY_LENGTH;
  const key = looksLikeOne ? await findKey(ctx, secret) : null;
  if (key !== null) {
    useKey(ctx, key);
    return { principal: key, email: null, session: null, from };
  }
  const place = placeOf(from);
  const wait = ctx.auth.codes.wait(place);
  ctx.auth.codes.failed(place);
  if (wait > 0)
    throw new ServiceFailure('too-many-tries', `Too many wrong keys. Try again in ${wait} s.`, 'authorization', wait);
  throw new ServiceFailure('not-signed-in', 'This key is wrong, or was revoked.', 'authorization');
};

/** Whoever a session belongs to, as it stands now; nobody where it has ended. */
export const callerOfSession = async (ctx: ServiceContext, tokenHash: string | null): Promise<Omit<Caller, 'from'>> => {
  const found = tokenHash === null ? null : await findSession(ctx, tokenHash);
  if (found === null) return { principal: NOBODY, email: null, session: null };
  const { expiresAt, email, person } = found;
  return {
    principal: await withReach(ctx, person),
    email,
    session: { tokenHash: found.tokenHash, expiresAt, personId: person.id },
  };
};

/**
 * The display whose token a request brings; null where it brings none that counts. On the paths of displays that is a use of
 * it; elsewhere a browser would not send it, and whoever does so all the same is that display, which may do nothing there.
 */
const displayCaller = async (ctx: ServiceContext, c: Context, from: string | null): Promise<Caller | null> => {
  const secret = displaySecret(c, ctx.settings);
  const isWall = c.req.path.startsWith(`${WALL_API}/`);
  const token = secret === null ? null : await findDisplayToken(ctx, hashOf(secret));
  if (token !== null) {
    if (isWall) await useDisplayToken(ctx, token);
    return { principal: token.display, email: null, session: null, token, from };
  }
  if (!isWall) return null;
  if (secret !== null && !(await pairingWaits(ctx, hashOf(secret)))) setUnknownDisplay(c);
  return { principal: NOBODY, email: null, session: null, from };
};

/**
 * Who asks: by the token of a display, by key, by session, by the word of a trusted proxy, or on an open service whoever sits at this machine. `quiet` requests, which a page makes
 * by itself, do not keep a session in use.
 */
export const identifier = (ctx: ServiceContext): ((c: Context, quiet: boolean) => Promise<Caller>) => {
  const { signIn, proxies } = ctx.settings;
  const addressOf = clientAddress(proxies);
  const byProxy = signIn.way === 'proxy' ? proxyIdentifier(ctx, signIn) : null;
  return async (c, quiet) => {
    const from = addressOf(c);
    const display = await displayCaller(ctx, c, from);
    if (display !== null) return display;
    const authorization = c.req.header('authorization');
    if (authorization !== undefined) return callerByKey(ctx, authorization, from);
    if (signIn.way === 'open') return { principal: THIS_MACHINE, email: null, session: null, from };
    if (byProxy !== null) {
      const { principal, ...caller } = await byProxy(c, { from, quiet });
      return { ...caller, principal: principal.kind === 'person' ? await withReach(ctx, principal) : principal, from };
    }
    const token = sessionToken(c, ctx.settings);
    const caller = await callerOfSession(ctx, token === null ? null : hashOf(token));
    if (!quiet && caller.session !== null) useSession(ctx, caller.session);
    return { ...caller, from };
  };
};
