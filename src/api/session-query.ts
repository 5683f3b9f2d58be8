import { queryOptions } from '@tanstack/react-query';
import { Session } from '../contract/session.ts';
import { request } from './client.ts';
import { sessionPath } from './paths.ts';

/**
 * Who is signed in and how one signs in. Another tab may sign out, or in as somebody else: a window that comes back asks
 * again, but on an open service, where there is nothing to ask.
 */
export function sessionQuery() {
  return queryOptions({
    queryKey: ['session'],
    queryFn: () => request(Session, sessionPath),
    refetchOnWindowFocus: ({ state }) => (state.data === undefined || state.data.mode === 'open' ? false : 'always'),
  });
}
