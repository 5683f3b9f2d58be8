import type { QueryClient } from '@tanstack/react-query';

/** Everything on the screen again; what is off it is dropped, so that no old figure comes back later. */
export function refetchScreen(client: QueryClient): void {
  client.removeQueries({ type: 'inactive', predicate: (query) => query.queryKey[0] !== 'health' });
  void client.invalidateQueries();
}
