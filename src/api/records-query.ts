import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Records } from '../contract/records.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** The rows behind one figure, a page of them. Apart from `queries.ts`: the first paint needs neither it nor its schema. */
export function recordsQuery(of: paths.RecordsOf) {
  const path = paths.recordsPath(of);
  return queryOptions({
    queryKey: ['records', path],
    queryFn: () => request(Records, path),
    placeholderData: keepPreviousData,
  });
}
