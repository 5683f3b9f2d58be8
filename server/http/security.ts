import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem.ts';

/** Everything comes from the service itself; no inline script or style, nobody frames the page. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: ReadonlyArray<readonly [name: string, value: string]> = [
  ['content-security-policy', CONTENT_SECURITY_POLICY],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['x-frame-options', 'DENY'],
];

/** Puts the security headers on every answer, failures included. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of HEADERS) c.res.headers.set(name, value);
};

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostNameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Without sign-in, being on this machine is the only key, so a page of elsewhere must not borrow it: a host name that
 * merely resolves to this machine (DNS rebinding) is refused, and so is a change that another origin asks for.
 */
export const localRequestsOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOCAL_NAMES.has(hostNameOf(host))) {
    return problemResponse({
      code: 'bad-request',
      message: 'Kept answers only to localhost, 127.0.0.1 and [::1] until there is a sign-in.',
      at: 'host',
      status: 403,
    });
  }
  if (!SAFE_METHODS.has(c.req.method)) {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const foreignOrigin = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
    if (foreignOrigin || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
      return problemResponse({
        code: 'bad-request',
        message: 'A page of another origin may not change anything here.',
        at: 'origin',
        status: 403,
      });
    }
  }
  return next();
};
