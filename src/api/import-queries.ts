import { queryOptions } from '@tanstack/react-query';
import { ImportReport, Imports } from '../contract/imports.ts';
import { request } from './client.ts';
import * as paths from './paths.ts';

/** Imports, newest first. Apart from `queries.ts`: the first paint needs neither these nor their schemas. */
export function importsQuery() {
  return queryOptions({ queryKey: ['imports'], queryFn: () => request(Imports, paths.importsPath) });
}

export function importQuery(id: number) {
  return queryOptions({ queryKey: ['imports', id], queryFn: () => request(ImportReport, paths.importPath(id)) });
}
