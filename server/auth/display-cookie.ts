import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Settings } from '../settings.ts';
import { isSecure } from './session-cookie.ts';

type CookieSettings = Pick<Settings, 'address'>;

/** 256 bits in base64url; anything else is not looked up. */
const SECRET = /^[\w-]{43}$/;

/** Paths that are a display's alone: only its cookie counts there, and a browser sends it nowhere else. */
export const WALL_API = '/api/wall';

/** Browsers keep none for longer (RFC 6265bis, 5.5). */
const TOKEN_DAYS = 400;
/** A pairing that was approved waits so long for its screen. */
const PAIRING_DAYS = 1;

/** `__Secure-` and not `__Host-`, which must have the path `/`. */
const cookieOf = (settings: CookieSettings) => {
  const secure = isSecure(settings);
  const attributes = { path: WALL_API, httpOnly: true, sameSite: 'Strict', secure } as const;
  return { name: secure ? '__Secure-kept-display' : 'kept-display', attributes } as const;
};

/** What a screen brings: the secret of its pairing, or its token; null where it brings nothing that could be one. */
export const displaySecret = (c: Context, settings: CookieSettings): string | null => {
  const secret = getCookie(c, cookieOf(settings).name);
  return secret !== undefined && SECRET.test(secret) ? secret : null;
};

export const putDisplayCookie = (
  c: Context,
  settings: CookieSettings,
  { secret, holds }: { readonly secret: string; readonly holds: 'pairing' | 'token' },
): void => {
  const { name, attributes } = cookieOf(settings);
  const days = holds === 'token' ? TOKEN_DAYS : PAIRING_DAYS;
  setCookie(c, name, secret, { ...attributes, maxAge: days * 86_400 });
};

const UNKNOWN = 'unknown-display';

/** Says that what a screen brought is neither a token nor the secret of a pairing that waits. */
export const setUnknownDisplay = (c: Context): void => {
  c.set(UNKNOWN, true);
};

/** A display that is not known any more is freed of its cookie with the refusal, and begins a new pairing. */
export const dropUnknownDisplay = (settings: CookieSettings): MiddlewareHandler => {
  const { name, attributes } = cookieOf(settings);
  return async (c, next) => {
    await next();
    if (c.get(UNKNOWN) === true && c.res.status === 401) deleteCookie(c, name, attributes);
  };
};
