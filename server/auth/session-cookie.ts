import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Settings } from '../settings.ts';

/** 256 bits in base64url; anything else is not looked up. */
const TOKEN = /^[\w-]{43}$/;

export const isSecure = ({ address }: Pick<Settings, 'address'>): boolean => address?.startsWith('https:') === true;

/**
 * `__Host-` binds the cookie to this host and to https (RFC 6265bis, 4.1.3.2). On a service that this machine alone
 * reaches there is no https, and no network on which it could be read.
 */
const cookieOf = (settings: Settings) => {
  const secure = isSecure(settings);
  return { name: secure ? '__Host-kept' : 'kept', secure } as const;
};

const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure }) as const;

/** The token that a browser brings; null where it brings none. */
export const sessionToken = (c: Context, settings: Settings): string | null => {
  const token = getCookie(c, cookieOf(settings).name);
  return token !== undefined && TOKEN.test(token) ? token : null;
};

export const putSessionCookie = (c: Context, settings: Settings, token: string): void => {
  const { name, secure } = cookieOf(settings);
  setCookie(c, name, token, { ...attributes(secure), maxAge: Math.round(settings.sessionDays * 86_400) });
};

export const dropSessionCookie = (c: Context, settings: Settings): void => {
  const { name, secure } = cookieOf(settings);
  deleteCookie(c, name, attributes(secure));
};
