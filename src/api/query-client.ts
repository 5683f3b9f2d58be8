import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

const TRIES = 2;

/**
 * Figures change only when an import lands, and the page is told of that; so answers never grow stale by themselves and
 * a returning window asks for nothing. `networkMode: always`, because a service on this machine answers without a network.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (failures, error) => failures < TRIES && isWorthAnotherTry(error),
        retryDelay: (attempt) => 300 * 3 ** attempt,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** What the service refused once it will refuse again; silence and a busy database may pass. */
function isWorthAnotherTry(error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  if (failure.kind === 'network') return true;
  return failure.kind === 'service' && (failure.error.code === 'busy' || failure.error.code === 'database-unavailable');
}
