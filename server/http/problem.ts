import { HTTPException } from 'hono/http-exception';
import { ERROR_STATUS, type ErrorCode, type ServiceError } from '../../src/contract/errors.ts';
import { databaseFailure, type DatabaseFailureKind } from '../db/failure.ts';
import type { Log } from '../log.ts';
import { newReference } from './request-id.ts';
import { ServiceFailure } from './service-failure.ts';

const CODE_BY_DATABASE_FAILURE: Readonly<Record<DatabaseFailureKind, ErrorCode>> = {
  'disk-full': 'disk-full',
  busy: 'busy',
  unavailable: 'database-unavailable',
  newer: 'database-unavailable',
  'read-only': 'database-unavailable',
  damaged: 'database-unavailable',
};

export type Problem = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly at?: string | undefined;
  /** Seconds after which to try again. */
  readonly retryAfter?: number | undefined;
};

/** RFC 9110, 15.5.2: a 401 says how one could say who one is. `Bearer` makes no browser ask for a password of its own. */
const headersOf = ({ code, retryAfter }: Problem): Readonly<Record<string, string>> => ({
  ...(code === 'not-signed-in' ? { 'www-authenticate': 'Bearer realm="Kept"' } : {}),
  ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
});

/** The answer to a request that failed: code, sentence and reference, nothing else. */
export const problemResponse = (
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
  reference = newReference(),
): Response => {
  const { code, message, at } = problem;
  const body: ServiceError = { code, message, reference, ...(at === undefined ? {} : { at }) };
  return new Response(JSON.stringify(body), {
    status: ERROR_STATUS[code],
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headersOf(problem), ...headers },
  });
};

const problemOf = (error: unknown): Problem | null => {
  if (error instanceof ServiceFailure) {
    return { code: error.code, message: error.message, at: error.at, retryAfter: error.retryAfter };
  }
  if (error instanceof HTTPException) {
    const code: ErrorCode = error.status === 413 ? 'too-large' : error.status < 500 ? 'bad-request' : 'internal';
    return {
      code,
      message: code === 'too-large' ? 'The body of the request is too large.' : 'The request cannot be read.',
    };
  }
  const failure = databaseFailure(error);
  return failure === null ? null : { code: CODE_BY_DATABASE_FAILURE[failure.kind], message: failure.message };
};

/** Turns whatever a request threw into an answer, and logs it under the same reference. No stack and no SQL leaves. */
export const answerFailure = (log: Log, path: string, error: unknown): Response => {
  const reference = newReference();
  const problem = problemOf(error);
  if (problem === null || problem.code === 'internal' || problem.code === 'database-unavailable') {
    log.error({ reference, path, err: error }, 'request failed');
  } else {
    /* Without the sentence: it may repeat what a person typed. */
    log.info({ reference, path, code: problem.code, at: problem.at }, 'refused');
  }
  return problemResponse(
    problem ?? {
      code: 'internal',
      message: 'Something went wrong inside the service. Its log says more under the reference.',
    },
    problem?.code === 'busy' ? { 'retry-after': '5' } : {},
    reference,
  );
};
