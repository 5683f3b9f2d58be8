import * as z from 'zod/mini';
import { ServiceError } from '../contract/errors.ts';
import { noteAccess } from './access-notices.ts';
import { ApiError } from './api-error.ts';

// zod would compile its parsers with `new Function`, which the service's Content-Security-Policy forbids.
z.config({ jitless: true });

/** The part of `fetch` that the client needs, so that a test hands in its own. */
export type Fetcher = (path: string, init: RequestInit) => Promise<Response>;

let fetcher: Fetcher = (path, init) => fetch(path, init);

/** Answers requests by `next` instead of the network; gives back the way to undo it. For tests. */
export function withFetcher(next: Fetcher): () => void {
  const before = fetcher;
  fetcher = next;
  return () => {
    fetcher = before;
  };
}

export type RequestOptions = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A file as it is, or a value that is sent as JSON. */
  readonly body?: Blob | { readonly json: unknown };
  /** Ends the request before it is answered, which counts as no answer. */
  readonly signal?: AbortSignal;
};

/** An answer with its ETag; `same`: the content is still that of the tag which was brought. */
export type Tagged<T> =
  { readonly kind: 'same' } | { readonly kind: 'new'; readonly value: T; readonly tag: string | null };

/**
 * Asks the service and parses the answer by the contract.
 * A `GET` is sent without headers or cache mode of its own, else the browser would not match it with the preload that
 * came with the page.
 * @throws ApiError when nothing answers, the service refuses, or the answer is none of the contract.
 */
export async function request<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  options: RequestOptions = {},
): Promise<z.infer<S>> {
  return read(schema, path, await ask(path, initOf(options)));
}

/**
 * A `GET` for a content that the caller keeps by its ETag, also over a restart. The header makes the browser leave the
 * comparison to us: it hands over the 304 as it is.
 * @throws ApiError as `request` does.
 */
export async function requestTagged<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  tag: string | null,
  signal: AbortSignal,
): Promise<Tagged<z.infer<S>>> {
  const answer = await ask(path, { signal, ...(tag === null ? {} : { headers: { 'if-none-match': tag } }) });
  if (answer.response.status === NOT_MODIFIED) return { kind: 'same' };
  return { kind: 'new', value: read(schema, path, answer), tag: answer.response.headers.get('etag') };
}

const NOT_MODIFIED = 304;

type Answer = { readonly response: Response; readonly value: unknown };

function read<S extends z.ZodMiniType>(schema: S, path: string, { response, value }: Answer): z.infer<S> {
  if (!response.ok) throw refusal(path, response, value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ApiError(path, { kind: 'parse', status: response.status, where: issuePath(parsed.error.issues) });
}

function initOf(options: RequestOptions): RequestInit {
  const init: RequestInit = {};
  if (options.signal !== undefined) init.signal = options.signal;
  if (options.method !== undefined && options.method !== 'GET') init.method = options.method;
  if (options.body instanceof Blob) init.body = options.body;
  else if (options.body !== undefined) {
    init.body = JSON.stringify(options.body.json);
    init.headers = { 'content-type': 'application/json' };
  }
  return init;
}

async function ask(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetcher(path, init);
    text = await response.text();
  } catch {
    throw new ApiError(path, { kind: 'network' });
  }
  if (response.status === NOT_MODIFIED) return { response, value: null };
  try {
    return { response, value: JSON.parse(text) as unknown };
  } catch {
    // A proxy's error page is not JSON: the service itself was not reached.
    if (response.status === 502 || response.status === 503 || response.status === 504)
      throw new ApiError(path, { kind: 'network' });
    throw new ApiError(path, { kind: 'parse', status: response.status, where: 'not JSON' });
  }
}

function refusal(path: string, { status, headers }: Response, value: unknown): ApiError {
  const error = ServiceError.safeParse(value);
  if (!error.success) return new ApiError(path, { kind: 'parse', status, where: `status ${status}` });
  const { code, at } = error.data;
  // A wrong password is at fault in a field; without one it is the session that is missing.
  if (code === 'not-signed-in' && at === undefined) noteAccess('ended');
  if (code === 'forbidden') noteAccess('narrower');
  const wait = Number(headers.get('retry-after') ?? '');
  return new ApiError(path, {
    kind: 'service',
    status,
    error: error.data,
    ...(Number.isFinite(wait) && wait > 0 ? { retryAfter: Math.ceil(wait) } : {}),
  });
}

function issuePath(issues: ReadonlyArray<{ readonly path: readonly PropertyKey[] }>): string {
  const first = issues[0];
  return first === undefined || first.path.length === 0 ? 'answer' : first.path.map(String).join('.');
}
