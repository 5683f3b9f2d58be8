import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

const TRIES = 2;

/**
 * Figures change only when an import lands, and the page is told of that; so answers never grow stale by themselves and
 * a returning window asks for nothing. `networkMode: always`, because a service on this machine answers without a network.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
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
  keepRecentScopes(client);
  return client;
}

/** Teams looked at or likely to be looked at next. More would make a day of switching teams fill the memory. */
const RECENT_SCOPES = 12;

/** Drops the figures of all but the newest scopes that are off the screen. */
function keepRecentScopes(client: QueryClient): void {
  const cache = client.getQueryCache();
  cache.subscribe((event) => {
    const [first] = event.query.queryKey as readonly unknown[];
    if (event.type !== 'added' || first !== 'observations') return;
    const away = cache
      .findAll({ queryKey: ['observations'], type: 'inactive' })
      .filter((query) => query !== event.query);
    const old = away.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).slice(RECENT_SCOPES);
    for (const query of old) cache.remove(query);
  });
}

/** What the service refused once it will refuse again; silence and a busy database may pass. */
function isWorthAnotherTry(error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  const { failure } = error;
  if (failure.kind === 'network') return true;
  return failure.kind === 'service' && (failure.error.code === 'busy' || failure.error.code === 'database-unavailable');
}
