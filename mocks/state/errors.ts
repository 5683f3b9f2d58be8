import { HttpResponse } from 'msw';
import { ERROR_STATUS, type ErrorCode, type ServiceError } from '../../src/contract/errors.ts';

/** A failure as the service answers it. */
export function errorResponse(code: ErrorCode, message: string, at?: string): HttpResponse<ServiceError> {
  const error: ServiceError = { code, message, reference: `mock-${code}`, ...(at === undefined ? {} : { at }) };
  return HttpResponse.json(error, { status: ERROR_STATUS[code], headers: { 'cache-control': 'no-store' } });
}
