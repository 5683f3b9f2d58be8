import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { RegisterRoutes } from '../app.ts';
import { hashOf } from '../auth/secrets.ts';
import { problemResponse } from '../http/problem.ts';
import type { Metrics } from '../metrics/metrics.ts';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;
/** What a proxy adds: behind one, every request comes from this machine. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

type NodeBindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } } };

const comesFromThisMachine = (c: Context): boolean => {
  const address = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress;
  const forwarded = FORWARDED.some((name) => c.req.header(name) !== undefined);
  return address !== undefined && LOOPBACK.test(address) && !forwarded;
};

/** Compared in constant time, whatever its length. */
const holdsToken = (c: Context, token: string): boolean => {
  const given = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(token)));
};

/** Metrics for whoever asks from this machine itself; with KEPT_METRICS_TOKEN for whoever has the token, from anywhere. */
export const metricsRoute =
  (metrics: Metrics): RegisterRoutes =>
  (app, { settings }) => {
    app.get('/metrics', async (c) => {
      const { metricsToken } = settings;
      const allowed = metricsToken === null ? comesFromThisMachine(c) : holdsToken(c, metricsToken);
      if (!allowed) {
        return problemResponse(
          {
            code: metricsToken === null ? 'forbidden' : 'not-signed-in',
            message:
              metricsToken === null
                ? 'Metrics are told to this machine alone. Set KEPT_METRICS_TOKEN to read them from elsewhere.'
                : 'Metrics are told to whoever sends the token of KEPT_METRICS_TOKEN as a bearer token.',
          },
          metricsToken === null ? {} : { 'www-authenticate': 'Bearer realm="metrics"' },
        );
      }
      return new Response(await metrics.text(), {
        headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
      });
    });
  };
