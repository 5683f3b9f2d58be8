import type { Role } from '../../../src/domain/policy.ts';
import { Session } from '../../../src/contract/session.ts';
import { PersonLink } from '../../../src/contract/people.ts';
import type { AppParts } from '../../../server/app.ts';
import { firstAdministratorLink } from '../../../server/services/first-administrator.ts';
import { startTestService, type TestService, type TestServiceMore } from '../http/test-service.ts';

export const ADDRESS = 'https://kept.example.org';
export const COOKIE = '__Host-kept';
export const PASSWORD = 'trombone-lattice-quay';

/** One browser: it keeps the cookie that it was given and sends it along. */
export type Browser = {
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly session: () => Promise<Session>;
  /** Value of the cookie; null without one. */
  readonly token: () => string | null;
  readonly setToken: (token: string | null) => void;
};

export type SignedService = TestService & {
  /** Another browser, in which nobody has signed in. */
  readonly browser: (from?: string) => Browser;
  /** A browser in which the first administrator is signed in. */
  readonly administrator: Browser;
  /** A browser in which a new person of these rights is signed in. */
  readonly person: (name: string, rights?: Partial<Rights>) => Promise<Browser>;
};

export type Rights = { readonly role: Role; readonly teams: readonly string[]; readonly records: boolean };

/** Asks as from a network address, as Node's adapter hands it over. */
const bindings = (address: string) => ({ incoming: { socket: { remoteAddress: address } } });

const cookieIn = (response: Response): string | null | undefined => {
  const header = response.headers.getSetCookie().find((cookie) => cookie.startsWith(`${COOKIE}=`));
  if (header === undefined) return undefined;
  const value = /^[^=]+=([^;]*)/.exec(header)?.[1] ?? '';
  return value === '' ? null : value;
};

export const browserOf = (service: Pick<TestService, 'app'>, from = '192.0.2.1'): Browser => {
  let token: string | null = null;
  const ask: Browser['ask'] = async (method, path, body, headers = {}) => {
    const response = await service.app.request(
      path,
      {
        method,
        headers: {
          host: 'kept.example.org',
          ...(method === 'GET' ? {} : { origin: ADDRESS, 'sec-fetch-site': 'same-origin' }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === null ? {} : { cookie: `${COOKIE}=${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      bindings(from),
    );
    const cookie = cookieIn(response);
    if (cookie !== undefined) token = cookie;
    return response;
  };
  return {
    ask,
    session: async () => Session.parse(await (await ask('GET', '/api/session')).json()),
    token: () => token,
    setToken: (next) => {
      token = next;
    },
  };
};

export const tokenOf = (link: string): string => new URL(link).hash.slice(1);

/** A service in which people sign in with e-mail and password, with its first administrator, Ada. */
export const startSignedService = async (
  parts: AppParts = {},
  { environment = {}, ...more }: TestServiceMore = {},
): Promise<SignedService> => {
  const service = await startTestService(parts, {
    ...more,
    environment: { KEPT_SIGN_IN: 'accounts', KEPT_ADDRESS: ADDRESS, ...environment },
  });
  const browser = (from?: string): Browser => browserOf(service, from);
  const link = (await firstAdministratorLink(service.ctx, ADDRESS)) ?? '';
  const administrator = browser();
  const accepted = await administrator.ask('POST', '/api/invitation/acceptance', {
    ...{ token: tokenOf(link), email: 'ada@example.org', name: 'Ada', password: PASSWORD },
  });
  if (!accepted.ok) throw new Error(await accepted.text());
  return {
    ...service,
    browser,
    administrator,
    person: async (name, { role = 'viewer', teams = [], records = false } = {}) => {
      const email = `${name.toLowerCase()}@example.org`;
      const invited = await administrator.ask('POST', '/api/people', { email, name, role, teams, records });
      if (invited.status !== 201) throw new Error(await invited.text());
      const { address } = PersonLink.parse(await invited.json()).link ?? { address: '' };
      const own = browser();
      const body = { token: tokenOf(address), email: null, name: null, password: PASSWORD };
      const came = await own.ask('POST', '/api/invitation/acceptance', body);
      if (!came.ok) throw new Error(await came.text());
      return own;
    },
  };
};
