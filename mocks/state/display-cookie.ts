/** The one credential of a screen: first the pairing secret, then the display's token. */
const NAME = 'kept-display';

/** What a request to `/api/wall/*` brings: msw hands its cookies over, from the header or from what it has kept itself. */
export const displayCookieOf = (cookies: Readonly<Record<string, string | undefined>>): string => cookies[NAME] ?? '';

/** The same from the header alone, where msw hands nothing over. */
export const displayCookieIn = (request: Request): string =>
  new RegExp(`(?:^|; *)${NAME}=([^;]*)`).exec(request.headers.get('cookie') ?? '')?.[1] ?? '';

export const displayCookie = (value: string): string =>
  `${NAME}=${value}; Path=/api/wall; HttpOnly; SameSite=Strict; Max-Age=34560000`;
