import type { ErrorCode } from '../../src/contract/errors.ts';

/**
 * A failure that a verb tells its caller: a code of the contract and a sentence for a person. The transport adds the
 * reference. `at` names the part of the request that is at fault.
 */
export class ServiceFailure extends Error {
  readonly code: ErrorCode;
  readonly at: string | undefined;
  /** Seconds after which to try again, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, at?: string, retryAfter?: number) {
    super(message);
    this.name = 'ServiceFailure';
    this.code = code;
    this.at = at;
    this.retryAfter = retryAfter;
  }
}
