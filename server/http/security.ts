import type { MiddlewareHandler } from 'hono';
import { LOCAL_NAMES } from '../auth/sign-in-settings.ts';
import type { Settings } from '../settings.ts';
import { problemResponse } from './problem.ts';

type SecuritySettings = Pick<Settings, 'address' | 'frameAncestors'>;

const YEAR_SECONDS = 31_536_000;

/** Everything comes from the service itself; no inline script or style; nobody frames the page but whom the settings name. */
export const contentSecurityPolicy = ({ frameAncestors }: Pick<Settings, 'frameAncestors'>): string =>
  [
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
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ].join('; ');

const headersOf = (settings: SecuritySettings): ReadonlyArray<readonly [name: string, value: string]> => [
  ['content-security-policy', contentSecurityPolicy(settings)],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  /* It knows no list of origins: where one is framed on purpose, frame-ancestors says it alone. */
  ...(settings.frameAncestors.length === 0 ? ([['x-frame-options', 'DENY']] as const) : []),
  ...(settings.address?.startsWith('https:') === true
    ? ([['strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`]] as const)
    : []),
];

/** Puts the security headers on every answer, failures included. */
export const securityHeaders = (settings: SecuritySettings): MiddlewareHandler => {
  const headers = headersOf(settings);
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
  };
};

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostNameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Keeps pages of elsewhere out. A host name that merely resolves to this machine (DNS rebinding) is refused: known are the
 * names of this machine, and the address of the settings. And a change that another origin asks for is refused (CSRF), by
 * what the browser says of it, `Origin` and `Sec-Fetch-Site`; the cookie of a session is `SameSite=Lax` besides.
 */
export const ownRequestsOnly = ({ address }: SecuritySettings): MiddlewareHandler => {
  const ownHost = address === null ? null : hostNameOf(new URL(address).host);
  const told = address === null ? 'localhost, 127.0.0.1 and [::1]' : new URL(address).host;
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const name = hostNameOf(host);
    if (!LOCAL_NAMES.has(name) && name !== ownHost) {
      return problemResponse({
        code: 'forbidden',
        message: `Kept answers only to ${told}. Where it shall have another address, the settings say so (KEPT_ADDRESS).`,
        at: 'host',
      });
    }
    if (!SAFE_METHODS.has(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const own = [`http://${host}`, `https://${host}`, address];
      const foreignOrigin = origin !== undefined && !own.includes(origin);
      if (foreignOrigin || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
        return problemResponse({
          code: 'forbidden',
          message: 'A page of another origin may not change anything here.',
          at: 'origin',
        });
      }
    }
    return next();
  };
};
