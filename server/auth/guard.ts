import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { ENDPOINTS, type Endpoint } from '../../src/contract/endpoints.ts';
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { SignInProblem } from '../../src/contract/sign-in-page.ts';
import { mayDo, POLICY, type Action } from '../../src/domain/policy.ts';
import type { ServiceContext } from '../context.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { isKeyAlive } from './api-key-rows.ts';
import { isPersonActive } from './by-proxy.ts';
import { inAuditScope, whoOf, type AuditEntry } from './audit.ts';
import { setCaller, type Caller } from './caller.ts';
import { findDisplayToken } from './display-tokens.ts';
import { identifier } from './identify.ts';
import { endingWith } from './open-streams.ts';
import { findSession } from './sessions.ts';

const BY_ROUTE: ReadonlyMap<string, Endpoint> = new Map(
  ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
);

/** What a page that stands open asks by itself: it does not keep a session in use. */
const QUIET: ReadonlySet<Action> = new Set<Action>(['getHealth', 'watchLive', 'getSession']);

/** Routes beside the contract that let in by a token of their own, for programs that know nothing of people. */
const GUARD_THEMSELVES: ReadonlySet<string> = new Set(['GET /metrics']);

/** What changes something though it is a navigation: the way back from the provider begins a session. */
const CHANGES_BY_GET: ReadonlySet<Action> = new Set<Action>(['finishSignIn']);

/** What a display says every minute is no change of anything. */
const NO_ENTRY: ReadonlySet<Action> = new Set<Action>(['beatDisplay']);

/** What is asked again and again until something comes of it: that alone is entered, by its transaction. */
const ENTERED_BY_TRANSACTION: ReadonlySet<Action> = new Set<Action>(['pairDisplay']);

/** A route that stands in no contract, and so in no policy, is for administrators: forgotten is refused. */
const UNKNOWN_ASKS: Action = 'listAudit';

/** Failures that say that somebody asked for what is not theirs; others say that the request was wrong. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['forbidden', 'not-signed-in']);

/** Why whom a proxy named, or did not name, is nobody here. */
const PROBLEM_WORDS: Partial<Readonly<Record<SignInProblem, string>>> = {
  'not-by-proxy': 'Kept is reached through its proxy alone; this request came from elsewhere.',
  'unknown-person': 'Kept does not know you. Ask an administrator to invite you.',
  'other-domain': 'People with an e-mail of another domain are not let in here.',
  disabled: 'An administrator has disabled your account.',
};

/** @throws ServiceFailure `not-signed-in` or `forbidden`. */
const assertMay = (
  { principal, problem }: Pick<Caller, 'principal' | 'problem'>,
  action: Action,
  teams?: readonly string[],
): void => {
  if (mayDo(principal, action, teams)) return;
  const words = problem === undefined ? undefined : PROBLEM_WORDS[problem];
  if (words !== undefined) throw new ServiceFailure('forbidden', words, problem);
  if (principal.kind === 'nobody') {
    const isWall = POLICY[action] === 'display';
    throw new ServiceFailure(
      'not-signed-in',
      isWall ? 'This screen is not paired, or not any more.' : 'Sign in first.',
    );
  }
  throw new ServiceFailure(
    'forbidden',
    teams === undefined || !mayDo(principal, action)
      ? 'Your rights do not reach so far. An administrator can extend them.'
      : 'This is possible for your own teams alone.',
  );
};

/**
 * A context that acts for whoever asks: its verbs refuse what the policy refuses.
 * @throws ServiceFailure `forbidden`, from `assertMay` of the context.
 */
export const actingFor = (ctx: ServiceContext, caller: Caller): ServiceContext => ({
  ...ctx,
  assertMay: (action, teams) => assertMay(caller, action, teams),
});

/** Answers differ by who asks: no cache between may keep them, and names and words of customers no browser either. */
const keepPrivate = (headers: Headers, action: Action): void => {
  const control = headers.get('cache-control');
  if (POLICY[action] === 'records') headers.set('cache-control', 'no-store');
  else if (control === null) headers.set('cache-control', 'private, no-cache');
  else if (!/no-store|private/.test(control)) headers.set('cache-control', `private, ${control}`);
};

const isAlive = async (ctx: ServiceContext, { principal, session, token }: Caller): Promise<boolean> => {
  if (token !== undefined) return (await findDisplayToken(ctx, token.tokenHash)) !== null;
  return session !== null
    ? (await findSession(ctx, session.tokenHash)) !== null
    : principal.kind === 'key'
      ? isKeyAlive(ctx.db, principal.id)
      : principal.kind !== 'person' || isPersonActive(ctx.db, principal.id);
};

/** What a stream hangs on: session, key, display, or behind a proxy the person. */
const credentialOf = ({ settings }: ServiceContext, { principal, session }: Caller): string | null => {
  if (session !== null) return session.tokenHash;
  const byProxy = principal.kind === 'person' && settings.signIn.way === 'proxy';
  return principal.kind === 'key' || principal.kind === 'display' || byProxy ? principal.id : null;
};

const aboutOf = (c: Context): string | null => {
  const { id, week } = c.req.param() as { readonly id?: string; readonly week?: string };
  return (id ?? week ?? null)?.slice(0, 200) ?? null;
};

/**
 * The one place through which every request of the API goes: who asks, whether the policy allows it, and the entry in the
 * audit log. It asks the router itself which route will answer, so that nothing can be spelt past it.
 */
export const guard = (ctx: ServiceContext): MiddlewareHandler => {
  const identify = identifier(ctx);
  return async (c, next) => {
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
    /* Files of the app, and paths that nothing answers: there is nothing to protect. */
    if (route === undefined) return next();
    const name = `${route.method} ${route.path}`;
    if (GUARD_THEMSELVES.has(name)) return next();
    const endpoint = BY_ROUTE.get(name);
    const action: Action = endpoint?.id ?? UNKNOWN_ASKS;
    const caller = await identify(c, QUIET.has(action));
    setCaller(c, caller);
    const changes =
      (route.method !== 'GET' || CHANGES_BY_GET.has(action)) && endpoint !== undefined && !NO_ENTRY.has(action);
    const at = ctx.clock();
    const entry: AuditEntry = {
      who: whoOf(caller.principal),
      what: action,
      outcome: 'done',
      about: aboutOf(c),
      detail: null,
      from: caller.from,
    };
    try {
      assertMay(caller, action);
    } catch (error) {
      if (changes && caller.principal.kind !== 'nobody') ctx.auditQueue.add({ ...entry, outcome: 'refused' }, at);
      throw error;
    }
    if (!changes) {
      await next();
    } else {
      const done = await inAuditScope(entry, next);
      const refused = c.error instanceof ServiceFailure && REFUSALS.has(c.error.code);
      if (refused) ctx.auditQueue.add({ ...done.entry, outcome: 'refused' }, at);
      else if (c.error === undefined && c.res.ok && !done.kept && caller.principal.kind !== 'nobody') {
        if (!ENTERED_BY_TRANSACTION.has(action)) ctx.auditQueue.add(done.entry, at);
      }
    }
    if (ctx.settings.signIn.way !== 'open') keepPrivate(c.res.headers, action);
    const credential = credentialOf(ctx, caller);
    if (credential !== null && c.res.headers.get('content-type')?.startsWith('text/event-stream') === true) {
      c.res = endingWith(c.res, ctx.auth.streams, credential, async () => isAlive(ctx, caller));
    }
    return undefined;
  };
};
