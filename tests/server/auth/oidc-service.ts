import { Writable } from 'node:stream';
import { Session } from '../../../src/contract/session.ts';
import { createLog } from '../../../server/log.ts';
import { startTestService, type TestService } from '../http/test-service.ts';
import { ADDRESS, COOKIE } from './signed-service.ts';
import { CLIENT_SECRET, type TestProvider } from './test-provider.ts';

/** One browser at Kept: it keeps every cookie that it is given. */
export type Visitor = {
  readonly cookies: Map<string, string>;
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Goes to the provider; answers the address to which Kept leads. */
  readonly begin: (to?: string) => Promise<string>;
  /** Comes back by an address; answers where Kept leads the browser then. */
  readonly come: (address: URL) => Promise<string>;
  /** From the button to the page. */
  readonly signIn: (account: string, to?: string) => Promise<string>;
  readonly session: () => Promise<Session>;
};

export type OidcService = TestService & {
  readonly visitor: (from?: string) => Visitor;
  readonly lines: readonly string[];
};

const locationOf = (response: Response): string => {
  if (response.status !== 302) throw new Error(`no way on: ${response.status}`);
  return response.headers.get('location') ?? '';
};

const visitorOf = ({ app }: TestService, provider: TestProvider, from: string): Visitor => {
  const cookies = new Map<string, string>();
  const ask: Visitor['ask'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('host', 'kept.example.org');
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const env = { incoming: { socket: { remoteAddress: from } } };
    const response = await app.request(path, { ...init, headers }, env);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const begin: Visitor['begin'] = async (to) =>
    locationOf(await ask(`/api/session/oidc${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`));
  const come: Visitor['come'] = async ({ pathname, search }) => locationOf(await ask(`${pathname}${search}`));
  return {
    ...{ cookies, ask, begin, come },
    signIn: async (account, to) => come(await provider.visit(await begin(to), account)),
    session: async () => Session.parse(await (await ask('/api/session')).json()),
  };
};

export const tokenIn = ({ cookies }: Visitor): string | undefined => cookies.get(COOKIE);

/** A service in which people sign in at a provider; Ada is its administrator by the settings. */
export const startOidcService = async (
  provider: TestProvider,
  environment: Readonly<Record<string, string>> = {},
): Promise<OidcService> => {
  const lines: string[] = [];
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    lines.push(chunk.toString());
    done();
  };
  const service = await startTestService(
    {},
    {
      log: createLog('trace', new Writable({ write })),
      environment: {
        ...{ KEPT_SIGN_IN: 'oidc', KEPT_ADDRESS: ADDRESS, KEPT_OIDC_ISSUER: provider.issuer },
        ...{ KEPT_OIDC_CLIENT_ID: 'kept', KEPT_OIDC_CLIENT_SECRET: CLIENT_SECRET },
        ...{ KEPT_ADMINISTRATORS: 'ada@example.org', KEPT_OIDC_NAME: 'Example ID' },
        ...environment,
      },
    },
  );
  return { ...service, lines, visitor: (from = '192.0.2.1') => visitorOf(service, provider, from) };
};
