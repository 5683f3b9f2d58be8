import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { ADDRESS } from './signed-service.ts';

export const CLIENT_SECRET = 'seventeen-quiet-herons-and-a-lock';

/** What the provider says of each person, by the name with which they sign in there. */
export type Account = {
  readonly sub?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[];
};

export type TestProvider = {
  readonly issuer: string;
  readonly accounts: Map<string, Account>;
  /** As a browser would: from the address that Kept leads to, to the way back to Kept. `cancel` turns back. */
  readonly visit: (address: string, account: string) => Promise<URL>;
  /** As a browser would that says yes to signing out. */
  readonly signOut: (address: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
};

const HERE = '127.0.0.1';

const closed = async (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const listening = async (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HERE, () => resolve((server.address() as AddressInfo).port));
  });

/** A browser for the provider alone: it keeps cookies and follows redirects until they lead back to Kept. */
const provideBrowser = () => {
  const cookies = new Map<string, string>();
  const ask = async (address: URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie, connection: 'close' };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const follow = async (address: string, init: RequestInit = {}): Promise<Response | URL> => {
    let at = new URL(address);
    let response = await ask(at, init);
    for (let hops = 0; hops < 10; hops += 1) {
      const to = response.headers.get('location');
      if (to === null) return response;
      at = new URL(to, at);
      if (at.origin === ADDRESS) return at;
      response = await ask(at, init.headers === undefined ? {} : { headers: init.headers });
    }
    throw new Error(`the provider leads in circles: ${at.href}`);
  };
  return { ask, follow };
};

const back = async (reached: Response | URL): Promise<URL> => {
  if (reached instanceof URL) return reached;
  throw new Error(`the provider does not lead back: ${reached.status} ${await reached.text()}`);
};

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A real provider of OpenID Connect on a free port. Whoever comes says in a header as whom they sign in there. */
export const startTestProvider = async (more: Readonly<Record<string, unknown>> = {}): Promise<TestProvider> => {
  const accounts = new Map<string, Account>();
  let server = createServer();
  const port = await listening(server, 0);
  const issuer = `http://${HERE}:${port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'kept', client_secret: CLIENT_SECRET, grant_types: ['authorization_code'] },
        ...{ redirect_uris: [`${ADDRESS}/api/session/oidc/callback`], response_types: ['code'] },
        post_logout_redirect_uris: [`${ADDRESS}/sign-in`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['of the test'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    pkce: { required: () => true },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ ...accounts.get(id), sub: accounts.get(id)?.sub ?? id }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        ...{ accountId: oidc.session?.accountId ?? '', clientId: oidc.client?.clientId ?? '' },
      });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
    ...more,
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    const account = String(ctx.req.headers['x-test-account']);
    const result = account === 'cancel' ? { error: 'access_denied' } : { login: { accountId: account } };
    return provider.interactionFinished(ctx.req, ctx.res, result);
  });
  const answer = provider.callback();
  server.on('request', answer);
  return {
    issuer,
    accounts,
    visit: async (address, account) =>
      back(await provideBrowser().follow(address, { headers: { 'x-test-account': account } })),
    signOut: async (address) => {
      const browser = provideBrowser();
      const page = await browser.follow(address);
      if (page instanceof URL) return page;
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      const body = new URLSearchParams({ xsrf, logout: 'yes' });
      return back(await browser.follow(`${issuer}/session/end/confirm`, { method: 'POST', body }));
    },
    stop: async () => closed(server),
    start: async () => {
      if (server.listening) return;
      server = createServer(answer);
      await listening(server, port);
    },
  };
};
