import { ENDPOINTS, type Endpoint } from '../../../src/contract/endpoints.ts';

/** A request to an endpoint, as well formed as the walk needs: nothing but rights should refuse it. */
export type WalkRequest = { readonly method: string; readonly path: string; readonly body?: unknown };

/** What stands already, made by an administrator for the team (null: the organisation) that the request concerns. */
export type Standing = {
  readonly team: string | null;
  readonly goal: { readonly id: string; readonly revision: number };
  readonly improvement: { readonly id: string; readonly revision: number };
  readonly minute: { readonly id: string; readonly revision: number };
  readonly annotation: string;
  readonly display: { readonly id: string; readonly revision: number };
  /** Of a screen that waits for approval. */
  readonly code: string;
};

const WEEK = '2026-W46';
const teamQuery = (team: string | null): string => (team === null ? '' : `?team=${team}`);

export const goalWords = (team: string | null, indicator = 'on-time') => ({
  ...{ indicator, team, baseline: { week: '2026-W40', value: 80 }, target: 95, from: '2026-W47' },
  ...{ due: '2027-06-30', owner: 'Tom', milestones: [] },
});
export const improvementWords = (team: string | null) => ({
  ...{ title: 'Second carrier', owner: 'Tom', component: 'procedures', cause: null, indicator: 'on-time', team },
  effective: null,
});
export const noteBody = (id: string) => ({
  id,
  kind: 'note',
  indicator: null,
  text: 'Short of drivers',
  author: 'Eve',
  action: null,
});
export const annotationBody = (team: string | null, kind = 'note') => ({
  ...{ date: '2026-11-10', text: 'New carrier', indicator: null, team, kind, author: 'Eve', reason: 'It was agreed' },
});

export const displayWords = (team: string | null, name = 'Kitchen') => ({
  ...{ name, diagonalInches: 55, distanceMetres: 5, timeZone: 'Europe/Madrid', team: team === null ? [] : [team] },
  slides: [
    { id: 'first', seconds: 20, schedule: null, kind: 'dimensions' },
    { id: 'second', seconds: 20, schedule: null, kind: 'trend', indicator: 'on-time' },
  ],
  ...{ dim: null, reloadAt: '03:30' },
});
export const beatBody = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...{ build: 'b1', slide: 'first', hearing: 'live', rotation: 'turning', width: 1920, height: 1080, ratio: 1 },
  ...{ skewSeconds: 0, problems: [], commandSeen: 0 },
  ...more,
});

let made = 0;
/** An id as a page makes them. */
export const newId = (): string => `walk-${String((made += 1)).padStart(6, '0')}`;

const AUTHOR = { author: 'Eve' } as const;

type Make = (standing: Standing) => WalkRequest;

const get =
  (path: string): Make =>
  () => ({ method: 'GET', path });

/** By endpoint; one that is missing here fails to compile. */
const REQUESTS: Readonly<Record<Endpoint['id'], Make>> = {
  getHealth: get('/api/health'),
  getOpenApi: get('/api/openapi.json'),
  getSession: get('/api/session'),
  getCatalogue: get('/api/catalogue'),
  getTeams: get('/api/teams'),
  getObservations: get('/api/observations'),
  getBreakdown: get(`/api/breakdown?indicator=on-time&week=${WEEK}`),
  listAnnotations: get('/api/annotations'),
  listGoals: get('/api/goals'),
  listImprovements: get('/api/improvements'),
  watchLive: get('/api/live'),
  listCauses: get('/api/causes'),
  listReviews: get('/api/reviews'),
  getReview: get(`/api/reviews/${WEEK}`),
  listActions: get('/api/actions'),
  listRecords: get(`/api/records/order_lines?indicator=on-time&week=${WEEK}`),
  listComments: get(`/api/comments?week=${WEEK}`),
  listImports: get('/api/imports'),
  getImport: get('/api/imports/999'),
  watchImport: get('/api/imports/999/progress'),
  downloadRefusedRows: get('/api/imports/999/refused.csv'),
  listPeople: get('/api/people'),
  listApiKeys: get('/api/keys'),
  listAudit: get('/api/audit'),
  listMinuteVersions: ({ minute }) => ({ method: 'GET', path: `/api/minutes/${minute.id}/versions` }),
  listGoalVersions: ({ goal }) => ({ method: 'GET', path: `/api/goals/${goal.id}/versions` }),

  startSignIn: get('/api/session/oidc?to=/data'),
  finishSignIn: get('/api/session/oidc/callback?code=c&state=s'),
  signIn: () => ({ method: 'POST', path: '/api/session', body: {} }),
  signOut: () => ({ method: 'DELETE', path: '/api/session' }),
  signOutEverywhere: () => ({ method: 'DELETE', path: '/api/session/all' }),
  changePassword: () => ({ method: 'PUT', path: '/api/session/password', body: {} }),
  lookAtInvitation: () => ({ method: 'POST', path: '/api/invitation/look', body: {} }),
  acceptInvitation: () => ({ method: 'POST', path: '/api/invitation/acceptance', body: {} }),

  addAnnotation: ({ team }) => ({ method: 'POST', path: '/api/annotations', body: annotationBody(team) }),
  withdrawAnnotation: ({ annotation }) => ({
    ...{ method: 'POST', path: `/api/annotations/${annotation}/withdrawal` },
    body: { ...AUTHOR, reason: 'It was the weather' },
  }),
  addMinute: ({ team }) => ({
    ...{ method: 'POST', path: `/api/reviews/${WEEK}/minutes${teamQuery(team)}`, body: noteBody(newId()) },
  }),
  changeMinute: ({ minute: { id, revision } }) => ({
    ...{ method: 'PUT', path: `/api/minutes/${id}` },
    body: { ...AUTHOR, revision, indicator: null, text: 'Drivers found', action: null },
  }),
  removeMinute: ({ minute: { id, revision } }) => ({
    ...{ method: 'DELETE', path: `/api/minutes/${id}?revision=${revision}&author=Eve` },
  }),
  addGoal: ({ team }) => ({
    ...{ method: 'POST', path: '/api/goals', body: { ...AUTHOR, id: newId(), words: goalWords(team, 'in-full') } },
  }),
  changeGoal: ({ team, goal: { id, revision } }) => ({
    ...{ method: 'PUT', path: `/api/goals/${id}` },
    body: { ...AUTHOR, revision, reason: null, words: { ...goalWords(team), owner: 'Bea' } },
  }),
  endGoal: ({ goal: { id, revision } }) => ({
    ...{ method: 'POST', path: `/api/goals/${id}/ending`, body: { ...AUTHOR, revision, reason: 'Reached' } },
  }),
  addImprovement: ({ team }) => ({
    ...{ method: 'POST', path: '/api/improvements', body: { ...AUTHOR, id: newId(), words: improvementWords(team) } },
  }),
  changeImprovement: ({ team, improvement: { id, revision } }) => ({
    ...{ method: 'PUT', path: `/api/improvements/${id}` },
    body: { ...AUTHOR, revision, words: { ...improvementWords(team), title: 'Third carrier' } },
  }),
  withdrawImprovement: ({ improvement: { id, revision } }) => ({
    ...{ method: 'POST', path: `/api/improvements/${id}/withdrawal` },
    body: { ...AUTHOR, revision, reason: 'It was none' },
  }),
  closeReview: ({ team }) => ({
    ...{ method: 'POST', path: `/api/reviews/${WEEK}/closing${teamQuery(team)}` },
    body: { ...AUTHOR, dataVersion: -1, spent: [] },
  }),
  loadSample: () => ({ method: 'POST', path: '/api/sample' }),
  startImport: () => ({ method: 'POST', path: '/api/imports?fileName=a.csv&kind=orders&dryRun=true', body: '' }),
  undoImport: () => ({ method: 'DELETE', path: '/api/imports/999' }),
  invitePerson: () => ({ method: 'POST', path: '/api/people', body: {} }),
  changePerson: () => ({ method: 'PUT', path: '/api/people/nobody', body: {} }),
  makePersonLink: () => ({ method: 'POST', path: '/api/people/nobody/link' }),
  signPersonOut: () => ({ method: 'DELETE', path: '/api/people/nobody/sessions' }),
  makeApiKey: () => ({ method: 'POST', path: '/api/keys', body: {} }),
  listDisplays: get('/api/displays'),
  approveDisplay: ({ team, code }) => ({
    ...{ method: 'POST', path: '/api/displays', body: { code, words: displayWords(team) } },
  }),
  changeDisplay: ({ team, display: { id, revision } }) => ({
    ...{ method: 'PUT', path: `/api/displays/${id}`, body: { revision, words: displayWords(team, 'Hall') } },
  }),
  commandDisplay: ({ display: { id } }) => ({
    ...{ method: 'POST', path: `/api/displays/${id}/commands`, body: { kind: 'next' } },
  }),
  revokeDisplay: ({ display: { id } }) => ({ method: 'DELETE', path: `/api/displays/${id}` }),
  pairDisplay: () => ({ method: 'POST', path: '/api/wall/pairing', body: { width: 1920, height: 1080 } }),
  beatDisplay: () => ({ method: 'POST', path: '/api/wall/beat', body: beatBody() }),
  getBoard: get('/api/wall/board'),
  watchDisplay: get('/api/wall/live'),
  revokeApiKey: () => ({ method: 'DELETE', path: '/api/keys/nobody' }),
};

export const requestTo = ({ id }: Endpoint, standing: Standing): WalkRequest => REQUESTS[id](standing);

/** Endpoints whose right depends on the team. */
export const ofTeams: readonly Endpoint[] = ENDPOINTS.filter(({ id }) =>
  /^(add|change|end|withdraw|remove)(Annotation|Minute|Goal|Improvement)$|^(approve|change|command|revoke)Display$/.test(
    id,
  ),
);
