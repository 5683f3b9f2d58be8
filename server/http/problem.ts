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
  /** Where it differs from the code's own. */
  readonly status?: number;
};

/** The answer to a request that failed: code, sentence and reference, nothing else. */
export const problemResponse = (
  { code, message, at, status }: Problem,
  headers: Readonly<Record<string, string>> = {},
  reference = newReference(),
): Response => {
  const body: ServiceError = { code, message, reference, ...(at === undefined ? {} : { at }) };
  return new Response(JSON.stringify(body), {
    status: status ?? ERROR_STATUS[code],
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
};

const problemOf = (error: unknown): Problem | null => {
  if (error instanceof ServiceFailure) return { code: error.code, message: error.message, at: error.at };
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
