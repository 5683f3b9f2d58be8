import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ApiKeys } from '../contract/api-keys.ts';
import { Audit } from '../contract/audit.ts';
import { People } from '../contract/people.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** Apart from `queries.ts`: administrators alone need these. What others do shows when the page is opened again. */
const FRESH = { staleTime: 0, gcTime: 0 } as const;

export function peopleQuery() {
  return queryOptions({ queryKey: ['people'], queryFn: () => request(People, paths.peoplePath), ...FRESH });
}

export function apiKeysQuery() {
  return queryOptions({ queryKey: ['keys'], queryFn: () => request(ApiKeys, paths.keysPath), ...FRESH });
}

/** The log, newest first; the next page is what lies before its last entry. */
export function auditQuery() {
  return infiniteQueryOptions({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => request(Audit, paths.auditPath(pageParam)),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, more }) => (more ? (entries.at(-1)?.id ?? null) : null),
    ...FRESH,
  });
}
