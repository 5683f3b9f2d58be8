import * as z from 'zod/mini';

export const ERROR_CODES = [
  'bad-request',
  'not-signed-in',
  'forbidden',
  'too-many-tries',
  'not-found',
  'method-not-allowed',
  'too-large',
  'unsupported-media',
  'conflict',
  'busy',
  'import-refused',
  'disk-full',
  'database-unavailable',
  'internal',
] as const;

/** What the service says when it cannot do what was asked: never a stack, never SQL. */
export const ServiceError = z.object({
  code: z.enum(ERROR_CODES),
  /** A sentence for a person: what failed and what to do. */
  message: z.string(),
  /** Also in the service's log. */
  reference: z.string(),
  /**
   * The part of the request that is at fault, such as `from`; a field of a body with those around it, such as `action.due`.
   * A text or a path that names something unknown (a team, an indicator, a cause) is `not-found` at its field.
   */
  at: z.optional(z.string()),
});
export type ServiceError = z.infer<typeof ServiceError>;
export type ErrorCode = ServiceError['code'];

/** The HTTP status with which each error is answered, by the service and by the mocks alike. */
export const ERROR_STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'too-many-tries': 429,
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
