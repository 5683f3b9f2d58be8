import type { Context, Hono } from 'hono';
import { SIGN_IN_PATH, StartSignInQuery, type SignInProblem } from '../../src/contract/sign-in-page.ts';
import { NotLetIn } from '../auth/admit.ts';
import { appPath } from '../auth/app-path.ts';
import { callerOf } from '../auth/caller.ts';
import { placeOf } from '../auth/client-address.ts';
import { putFlow, takeFlow } from '../auth/flow-cookie.ts';
import { CALLBACK_PATH, ProviderFailure, START_PATH, type OidcSettings, type Provider } from '../auth/provider.ts';
import { putSessionCookie } from '../auth/session-cookie.ts';
import type { ServiceContext } from '../context.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import { signInByProvider } from '../services/sign-in-by-provider.ts';
import { beforeOf } from './session.ts';

/** @throws ServiceFailure `conflict` at `mode` where there is no provider. */
const providerOf = ({ provider, settings: { signIn } }: ServiceContext): [Provider, OidcSettings] => {
  if (provider !== null && signIn.way === 'oidc') return [provider, signIn];
  throw new ServiceFailure('conflict', 'People do not sign in by a provider here.', 'mode');
};

/** Codes and states of an address must stay where they are: no cache keeps the way back. */
const leadTo = (c: Context, address: string): Response => {
  c.header('cache-control', 'no-store');
  return c.redirect(address, 302);
};

/** Back to the button, with the page that the person wanted. */
const toSignIn = (c: Context, problem: SignInProblem, to: string): Response => {
  const query = new URLSearchParams({ problem, ...(to === '/' ? {} : { to }) });
  return leadTo(c, `${SIGN_IN_PATH}?${query.toString()}`);
};

/** Signing in at a provider of OpenID Connect: two navigations of the browser, there and back. */
export const registerProviderRoutes = (app: Hono, ctx: ServiceContext): void => {
  app.get(START_PATH, async (c) => {
    const [provider] = providerOf(ctx);
    const to = appPath(parseQuery(StartSignInQuery, new URL(c.req.url).searchParams).to);
    try {
      const { address, flow } = await provider.begin();
      putFlow(c, ctx.settings, { ...flow, to });
      return leadTo(c, address);
    } catch (error) {
      if (error instanceof ProviderFailure) return toSignIn(c, error.problem, to);
      throw error;
    }
  });

  app.get(CALLBACK_PATH, async (c) => {
    const [provider, { admission: rules }] = providerOf(ctx);
    const { search, searchParams } = new URL(c.req.url);
    const flow = takeFlow(c, ctx.settings, searchParams.get('state'));
    if (flow === null) return toSignIn(c, 'expired', '/');
    const { to } = flow;
    const { from } = callerOf(c);
    const place = placeOf(from);
    /* What is not accepted costs the provider a question each. */
    if (ctx.auth.codes.wait(place) > 0) return toSignIn(c, 'too-many-tries', to);
    ctx.auth.codes.failed(place);
    try {
      const claim = await provider.finish(search, flow);
      ctx.auth.codes.succeeded(place);
      const { token } = await signInByProvider(ctx, { claim, rules, before: beforeOf(ctx, c) });
      putSessionCookie(c, ctx.settings, token);
      return leadTo(c, to);
    } catch (error) {
      if (error instanceof ProviderFailure) return toSignIn(c, error.problem, to);
      if (!(error instanceof NotLetIn)) throw error;
      const { problem, email } = error;
      ctx.auditQueue.add(
        {
          who: { kind: 'nobody', id: null, name: 'not signed in' },
          ...{ what: 'finishSignIn', outcome: 'refused', about: email?.slice(0, 254) ?? null, detail: problem, from },
        },
        ctx.clock(),
      );
      return toSignIn(c, problem, to);
    }
  });
};
