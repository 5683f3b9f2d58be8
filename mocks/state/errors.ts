import { HttpResponse } from 'msw';
import { ERROR_STATUS, type ErrorCode, type ServiceError } from '../../src/contract/errors.ts';

/** A failure as the service answers it. `retryAfter`: seconds until it may be tried again. */
export function errorResponse(
  code: ErrorCode,
  message: string,
  at?: string,
  retryAfter?: number,
): HttpResponse<ServiceError> {
  const error: ServiceError = { code, message, reference: `mock-${code}`, ...(at === undefined ? {} : { at }) };
  const headers = {
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  };
  return HttpResponse.json(error, { status: ERROR_STATUS[code], headers });
}
