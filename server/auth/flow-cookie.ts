import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod/mini';
import type { Settings } from '../settings.ts';
import { isSecure } from './session-cookie.ts';

/** So long may signing in at the provider take. */
const SECONDS = 600;

/** What a sign-in that was begun has to find again when the browser comes back from the provider. */
const Flow = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });
export type Flow = z.infer<typeof Flow>;

/**
 * It binds state, nonce and PKCE verifier to the browser that began (RFC 9700, 4.7.1): whoever is sent the address of
 * somebody else's way back has no such cookie. `Lax`, for the way back is a navigation from another site.
 */
const cookieOf = (settings: Settings) => {
  const secure = isSecure(settings);
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  return { name: secure ? '__Host-kept-way' : 'kept-way', options };
};

export const putFlow = (c: Context, settings: Settings, flow: Flow): void => {
  const { name, options } = cookieOf(settings);
  const value = Buffer.from(JSON.stringify(flow)).toString('base64url');
  setCookie(c, name, value, { ...options, maxAge: SECONDS });
};

const read = (value: string): Flow | null => {
  try {
    const parsed = Flow.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/**
 * The sign-in that this browser began with a state, once: the cookie goes, whatever comes of it. One that was begun in
 * another tab meanwhile stays.
 */
export const takeFlow = (c: Context, settings: Settings, state: string | null): Flow | null => {
  const { name, options } = cookieOf(settings);
  const value = getCookie(c, name);
  const flow = value === undefined ? null : read(value);
  if (flow?.state !== state) return null;
  deleteCookie(c, name, options);
  return flow;
};
