import { HttpResponse } from 'msw';
import type { ErrorCode, ServiceError } from '../../src/contract/errors.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media': 415,
  conflict: 409,
  busy: 503,
  'import-refused': 422,
  'disk-full': 507,
  'database-unavailable': 503,
  internal: 500,
};

/** A failure as the service answers it. */
export function errorResponse(code: ErrorCode, message: string, at?: string): HttpResponse<ServiceError> {
  const error: ServiceError = { code, message, reference: `mock-${code}`, ...(at === undefined ? {} : { at }) };
  return HttpResponse.json(error, { status: STATUS[code], headers: { 'cache-control': 'no-store' } });
}
