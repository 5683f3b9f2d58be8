import { queryOptions } from '@tanstack/react-query';
import { Displays } from '../contract/displays.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** Displays on walls. Nobody tells the page that one was heard: whoever looks on asks again. */
export function displaysQuery() {
  return queryOptions({
    queryKey: ['displays'],
    queryFn: () => request(Displays, paths.displaysPath),
    ...{ staleTime: 0, gcTime: 0 },
  });
}
