import { Session } from '../../src/contract/session.ts';
import type { AccountsImplementation } from './accounts-implementation.ts';
import { askFor, type Running } from './implementation.ts';
import { mocksWithAccounts } from './mocks-implementation.ts';
import { serviceWithAccounts } from './service-implementation.ts';
import { json } from './write-requests.ts';

export const PASSWORD = 'trombone-lattice-quay';

/** Those that answer the contract of sign-in, people, keys and audit; each test of these runs on all of them. */
export const WITH_ACCOUNTS: readonly AccountsImplementation[] = [mocksWithAccounts, serviceWithAccounts];

/** One browser: it keeps the cookies that it is given. */
export const browserOn = ({ ask, stop }: Running): Running => {
  const cookies = new Map<string, string>();
  return {
    ask: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      if (cookie !== '') headers.set('cookie', cookie);
      const response = await ask(path, { ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
    stop,
  };
};

/** The token of a link: it stands in the fragment. */
export const tokenOf = (link: string): string => new URL(link).hash.slice(1);

export const sessionOf = async (browser: Running): Promise<Session> => askFor(browser, Session, '/api/session');

export const accept = async (
  browser: Running,
  link: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Session> => {
  const body = { token: tokenOf(link), email: null, name: null, password: PASSWORD, ...more };
  return askFor(browser, Session, '/api/invitation/acceptance', json('POST', body));
};

export const ADA = { email: 'ada@example.org', name: 'Ada Lund' } as const;

export const signIn = async (browser: Running, email: string = ADA.email, password = PASSWORD): Promise<Session> =>
  askFor(browser, Session, '/api/session', json('POST', { email, password }));

/** Starts with the first administrator signed in. */
export const startAdministered = async (implementation: AccountsImplementation): Promise<Running> => {
  const running = await implementation.start();
  const browser = browserOn(running);
  await accept(browser, running.firstAdministrator, ADA);
  return browser;
};
