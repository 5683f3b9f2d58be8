import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

const REQUEST_ID_HEADER = 'x-request-id';

/** What a proxy in front may call a request: nothing that would break a log line or a header. */
const SANE = /^[A-Za-z0-9][\w.-]{3,63}$/;

const requests = new AsyncLocalStorage<string>();

/** Short enough to be read out over the telephone. */
const newId = (): string => randomBytes(4).toString('hex');

/** The id of the request that this code works for; undefined outside of one. */
export const currentRequestId = (): string | undefined => requests.getStore();

/** What an error is called in answer and log: the request's own id, so that all its lines are found by it. */
export const newReference = (): string => currentRequestId() ?? newId();

/** Gives every request an id, the sender's own where it is sane, and every answer a header with it. */
export const requestIds: MiddlewareHandler = async (c, next) => {
  const given = c.req.header(REQUEST_ID_HEADER);
  const id = given !== undefined && SANE.test(given) ? given : newId();
  await requests.run(id, next);
  c.res.headers.set(REQUEST_ID_HEADER, id);
};
