import type { ImportQuery } from '../contract/imports.ts';
import type { IsoWeek } from '../contract/scalars.ts';

/** Every path of the service that the page asks for, built in one place. Parameters are sorted: one view, one address. */

export type Scope = {
  readonly teams: readonly string[];
  readonly span: Span;
  /** Left out: every indicator that has data. */
  readonly indicators?: readonly string[];
  /** `team`: a series for each of the teams, in place of one for all of them. */
  readonly by?: 'scope' | 'team';
};

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

export const wallPairingPath = '/api/wall/pairing';
export const wallBeatPath = '/api/wall/beat';
export const wallBoardPath = '/api/wall/board';
export const wallLivePath = '/api/wall/live';

export const sessionPath = '/api/session';
export const everySessionPath = '/api/session/all';
export const passwordPath = '/api/session/password';
export const invitationLookPath = '/api/invitation/look';
export const invitationAcceptancePath = '/api/invitation/acceptance';

export const peoplePath = '/api/people';
export const personPath = (id: string): string => `${peoplePath}/${encodeURIComponent(id)}`;
export const personLinkPath = (id: string): string => `${personPath(id)}/link`;
export const personSessionsPath = (id: string): string => `${personPath(id)}/sessions`;
export const keysPath = '/api/keys';
export const keyPath = (id: string): string => `${keysPath}/${encodeURIComponent(id)}`;
export const displaysPath = '/api/displays';
export const displayPath = (id: string): string => `${displaysPath}/${encodeURIComponent(id)}`;
export const displayCommandsPath = (id: string): string => `${displayPath(id)}/commands`;
/** `before`: the entry that is at hand already; null: the newest entries. */
export const auditPath = (before: number | null): string =>
  withQuery('/api/audit', before === null ? [] : [['before', String(before)]]);

export function observationsPath({ teams, span, indicators = [], by = 'scope' }: Scope): string {
  return withQuery('/api/observations', [
    ...sortedTeams(teams),
    ...[...new Set(indicators)].sort().map((indicator) => ['indicator', indicator] as const),
    ...(by === 'scope' ? [] : [['by', by] as const]),
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

export const causesPath = '/api/causes';

export const reviewPath = (week: IsoWeek, teams: readonly string[]): string =>
  withQuery(`/api/reviews/${week}`, sortedTeams(teams));
export const closingPath = (week: IsoWeek, teams: readonly string[]): string =>
  withQuery(`/api/reviews/${week}/closing`, sortedTeams(teams));
export const newMinutePath = (week: IsoWeek, teams: readonly string[]): string =>
  withQuery(`/api/reviews/${week}/minutes`, sortedTeams(teams));
export const minutePath = (id: string): string => `/api/minutes/${encodeURIComponent(id)}`;
export const minuteVersionsPath = (id: string): string => `${minutePath(id)}/versions`;

export function minuteRemovalPath(id: string, revision: number, author: string): string {
  return withQuery(minutePath(id), [
    ['revision', String(revision)],
    ['author', author],
  ]);
}

export function actionsPath(indicator: string | null, state: 'open' | 'all'): string {
  return withQuery('/api/actions', [
    ...(indicator === null ? [] : [['indicator', indicator] as const]),
    ...(state === 'open' ? [] : [['state', state] as const]),
  ]);
}

export function annotationsPath(indicator: string | null): string {
  return withQuery('/api/annotations', indicator === null ? [] : [['indicator', indicator]]);
}

export const withdrawalPath = (id: string): string => `/api/annotations/${encodeURIComponent(id)}/withdrawal`;

/** `from`: the first of several weeks up to `week`. */
export function breakdownPath(indicator: string, week: IsoWeek, teams: readonly string[], from?: IsoWeek): string {
  return withQuery('/api/breakdown', [
    ...(from === undefined || from === week ? [] : [['from', from] as const]),
    ['indicator', indicator],
    ...sortedTeams(teams),
    ['week', week],
  ]);
}

export const goalsPath = (state: 'running' | 'all'): string =>
  withQuery('/api/goals', state === 'running' ? [] : [['state', state]]);
export const goalPath = (id: string): string => `/api/goals/${encodeURIComponent(id)}`;
export const goalEndingPath = (id: string): string => `${goalPath(id)}/ending`;
export const goalVersionsPath = (id: string): string => `${goalPath(id)}/versions`;

export const improvementsPath = '/api/improvements';
export const improvementPath = (id: string): string => `${improvementsPath}/${encodeURIComponent(id)}`;
export const improvementWithdrawalPath = (id: string): string => `${improvementPath(id)}/withdrawal`;

export function commentsPath(week: IsoWeek, teams: readonly string[]): string {
  return withQuery('/api/comments', [...sortedTeams(teams), ['week', week]]);
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
