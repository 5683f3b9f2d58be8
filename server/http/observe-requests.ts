import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Log } from '../log.ts';

/** A request that was answered, without anything that names a person, a team or a customer. */
export type AnsweredRequest = {
  readonly method: string;
  /** The pattern of the route, such as `/api/reviews/:week`, never the path. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']);
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Pages and files of the app are one route, and so is whatever names none. */
const routeOf = (c: Context): string => {
  const named = matchedRoutes(c)
    .map(({ path }) => path)
    .filter((path) => !path.includes('*'))
    .at(-1);
  if (named !== undefined) return named;
  return c.req.path.startsWith('/api') ? 'unknown' : 'app';
};

/** Logs every answer and tells it on: what changes something or is refused by `info`, what is merely read by `debug`. */
export const observeRequests =
  (log: Log, tell: (request: AnsweredRequest) => void): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    const milliseconds = performance.now() - started;
    const { status } = c.res;
    const request = { method, route: routeOf(c), status };
    tell({ ...request, seconds: milliseconds / 1000 });
    const line = { ...request, ms: Math.round(milliseconds * 10) / 10 };
    if (READS.has(method) && status < 400) log.debug(line, 'answered');
    else log.info(line, 'answered');
  };
