import type { ImportQuery } from '../contract/imports.ts';
import type { IsoWeek } from '../contract/scalars.ts';

/** Every path of the service that the page asks for, built in one place. Parameters are sorted: one view, one address. */

export type Scope = { readonly teams: readonly string[]; readonly span: Span };

/** `latest`: what the service answers without `from` and `to`; known before any answer, so that it can be preloaded. */
export type Span = 'latest' | { readonly from: IsoWeek; readonly to: IsoWeek };

export type RecordsOf = {
  readonly kind: string;
  readonly indicator: string;
  readonly teams: readonly string[];
  readonly week: IsoWeek;
  readonly page: number;
  readonly pageSize: number;
};

export const healthPath = '/api/health';
export const cataloguePath = '/api/catalogue';
export const teamsPath = '/api/teams';
export const importsPath = '/api/imports';
export const samplePath = '/api/sample';
export const livePath = '/api/live';

export function observationsPath({ teams, span }: Scope): string {
  return withQuery('/api/observations', [
    ...sortedTeams(teams),
    ...(span === 'latest'
      ? []
      : ([
          ['from', span.from],
          ['to', span.to],
        ] as const)),
  ]);
}

export function recordsPath({ kind, indicator, teams, week, page, pageSize }: RecordsOf): string {
  return withQuery(`/api/records/${encodeURIComponent(kind)}`, [
    ['indicator', indicator],
    ...sortedTeams(teams),
    ['week', week],
    ['page', String(page)],
    ['pageSize', String(pageSize)],
  ]);
}

export const importPath = (id: number): string => `/api/imports/${id}`;
export const importProgressPath = (id: number): string => `/api/imports/${id}/progress`;
export const refusedRowsPath = (id: number): string => `/api/imports/${id}/refused.csv`;

/** A parameter left out takes the contract's default. */
export function startImportPath(query: Partial<ImportQuery> & Pick<ImportQuery, 'fileName'>): string {
  const given = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== false && value !== '')
    .map(([key, value]) => [key, String(value)] as const);
  return withQuery(importsPath, given);
}

function sortedTeams(teams: readonly string[]): ReadonlyArray<readonly [string, string]> {
  return [...new Set(teams)].sort().map((team) => ['team', team] as const);
}

function withQuery(path: string, parameters: ReadonlyArray<readonly [string, string]>): string {
  const query = new URLSearchParams(parameters.map(([key, value]) => [key, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}
