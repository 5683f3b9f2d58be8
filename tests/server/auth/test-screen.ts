import { Display, Pairing } from '../../../src/contract/displays.ts';
import { displayWords } from './every-request.ts';
import { ADDRESS, type Browser, type SignedService } from './signed-service.ts';

export const DISPLAY_COOKIE = '__Secure-kept-display';

/** What a screen is told with the cookie: the whole line, and what is in it. */
export type Screen = Browser & { readonly cookieLine: () => string | null; readonly id: string; readonly from: string };

let places = 0;

/** A screen with a cookie of its own, which it sends wherever it asks, as a thief of it would. */
export const screenOf = (
  { app }: Pick<SignedService, 'app'>,
  { id = '', from }: { readonly id?: string; readonly from?: string } = {},
): Screen => {
  places += 1;
  const place = from ?? `10.99.${places >> 8}.${places & 255}`;
  let token: string | null = null;
  let line: string | null = null;
  const ask: Browser['ask'] = async (method, path, body, headers = {}) => {
    const response = await app.request(
      path,
      {
        method,
        headers: {
          host: new URL(ADDRESS).host,
          ...(method === 'GET' ? {} : { origin: ADDRESS, 'sec-fetch-site': 'same-origin' }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === null ? {} : { cookie: `${DISPLAY_COOKIE}=${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      { incoming: { socket: { remoteAddress: place } } },
    );
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${DISPLAY_COOKIE}=`));
    if (cookie !== undefined) {
      line = cookie;
      const value = /^[^=]+=([^;]*)/.exec(cookie)?.[1] ?? '';
      token = value === '' ? null : value;
    }
    return response;
  };
  return {
    ...{ ask, id, from: place, token: () => token, cookieLine: () => line },
    setToken: (next) => {
      token = next;
    },
    session: () => Promise.reject(new Error('a screen has no session')),
  };
};

export const askPairing = async (screen: Screen): Promise<Pairing> => {
  const response = await screen.ask('POST', '/api/wall/pairing', { width: 1920, height: 1080 });
  if (!response.ok) throw new Error(await response.text());
  return Pairing.parse(await response.json());
};

/** A new screen that shows a code. */
export const waitingScreen = async (
  service: Pick<SignedService, 'app'>,
  from?: string,
): Promise<{ readonly screen: Screen; readonly code: string }> => {
  const screen = screenOf(service, from === undefined ? {} : { from });
  const pairing = await askPairing(screen);
  if (pairing.state !== 'waiting') throw new Error('the screen is paired already');
  return { screen, code: pairing.code };
};

/** Approves the screen of a code as the administrator. */
export const approve = async (
  { administrator }: Pick<SignedService, 'administrator'>,
  code: string,
  words: unknown = displayWords(null),
): Promise<Display> => {
  const response = await administrator.ask('POST', '/api/displays', { code, words });
  if (response.status !== 201) throw new Error(await response.text());
  return Display.parse(await response.json());
};

/** A screen that holds its token, and has not used it yet. */
export const pairedScreen = async (
  service: Pick<SignedService, 'app' | 'administrator'>,
  team: string | null = null,
  words: unknown = displayWords(team),
): Promise<Screen> => {
  const { screen, code } = await waitingScreen(service);
  const { id } = await approve(service, code, words);
  await askPairing(screen);
  return { ...screen, id };
};
