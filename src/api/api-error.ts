import type { ServiceError } from '../contract/errors.ts';
import { waitWords } from '../domain/words.ts';

/**
 * Why a request has no answer. A union, because each is told to the person in other words and mended in another way:
 * - `service`: the service answered with an error of the contract (code, sentence, reference id).
 * - `network`: nothing answered.
 * - `parse`: something answered that the contract does not allow, such as a proxy's page or another version's answer.
 */
export type ApiFailure =
  | {
      readonly kind: 'service';
      readonly status: number;
      readonly error: ServiceError;
      /** Seconds until it may be tried again, where the service names them. */
      readonly retryAfter?: number;
    }
  | { readonly kind: 'network' }
  | { readonly kind: 'parse'; readonly status: number; readonly where: string };

/** What every function of `src/api` throws. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: ApiFailure;
  readonly path: string;

  constructor(path: string, failure: ApiFailure) {
    super(sentenceOf(failure));
    this.path = path;
    this.failure = failure;
  }
}

/** The failure in plain words: what failed and what to do. */
export function sentenceOf(failure: ApiFailure): string {
  switch (failure.kind) {
    case 'service':
      return failure.error.code === 'too-many-tries' && failure.retryAfter !== undefined
        ? `Too many tries. Try again in ${waitWords(failure.retryAfter)}.`
        : failure.error.message;
    case 'network':
      return 'The service does not answer. Check that it runs, then try again.';
    case 'parse':
      return `The service answered something this page cannot read (${failure.where}). Reload to take the newest page.`;
  }
}

/** The reference id that also stands in the service's log; null where no service answered. */
export function referenceOf(error: unknown): string | null {
  return error instanceof ApiError && error.failure.kind === 'service' ? error.failure.error.reference : null;
}

/** What the service itself says of a failure; null where it did not answer. */
export function saidBy(error: unknown): string | null {
  return error instanceof ApiError && error.failure.kind === 'service' ? error.failure.error.message : null;
}

/** Any thrown value in plain words. */
export function wordsOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return 'This page could not do that. Reload it; if it fails again, the log of the browser says where.';
}

/** The field of the request at which the service refused it; null where it names none, or nothing was refused. */
export function refusedAt(error: unknown): string | null {
  return error instanceof ApiError && error.failure.kind === 'service' ? (error.failure.error.at ?? null) : null;
}

/** Seconds to wait before another try; null where another may be made at once. */
export function waitOf(error: unknown): number | null {
  return error instanceof ApiError && error.failure.kind === 'service' ? (error.failure.retryAfter ?? null) : null;
}
