/** From least to most: each may do all that the one before it may. */
export const ROLES = ['viewer', 'lead', 'editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What an action asks of whoever does it.
 * - `nothing`: also somebody who has not signed in.
 * - `display`: a screen on a wall, for what is made for it alone: aggregates with enough cases, without names.
 * - `figures`: aggregates; every person, no display.
 * - `reading`: what people wrote to each other; every person.
 * - `records`: customers' names and words; a right of its own, granted to a person whatever the role.
 * - `own-teams`: a lead for the teams led and all below them, an editor for every team and the whole organisation.
 * - `editing`: an editor.
 * - `imports`: an editor, or a key for the kinds that it is made for and the imports that it began.
 * - `own-account`: a person, for the own account alone.
 * - `administration`: an administrator.
 */
export type Need =
  | 'nothing'
  | 'display'
  | 'figures'
  | 'reading'
  | 'records'
  | 'own-teams'
  | 'editing'
  | 'imports'
  | 'own-account'
  | 'administration';

/**
 * The policy: what each endpoint of the contract asks, by its id, and below them what is asked inside of one. This table
 * is the only place that says so: the service refuses by it, the app shows by it, and a test walks all of it.
 */
export const POLICY = {
  getHealth: 'nothing',
  getOpenApi: 'nothing',
  getSession: 'nothing',
  signIn: 'nothing',
  startSignIn: 'nothing',
  finishSignIn: 'nothing',
  signOut: 'nothing',
  lookAtInvitation: 'nothing',
  acceptInvitation: 'nothing',
  pairDisplay: 'nothing',

  beatDisplay: 'display',
  getBoard: 'display',
  watchDisplay: 'display',

  signOutEverywhere: 'own-account',
  changePassword: 'own-account',

  getCatalogue: 'figures',
  getTeams: 'figures',
  getObservations: 'figures',
  getBreakdown: 'figures',
  listAnnotations: 'figures',
  listGoals: 'figures',
  listImprovements: 'figures',
  watchLive: 'figures',

  listCauses: 'reading',
  listReviews: 'reading',
  getReview: 'reading',
  listMinuteVersions: 'reading',
  listActions: 'reading',
  listGoalVersions: 'reading',
  listDisplays: 'reading',

  listRecords: 'records',
  listComments: 'records',

  addAnnotation: 'own-teams',
  withdrawAnnotation: 'own-teams',
  addMinute: 'own-teams',
  changeMinute: 'own-teams',
  removeMinute: 'own-teams',
  addGoal: 'own-teams',
  changeGoal: 'own-teams',
  endGoal: 'own-teams',
  addImprovement: 'own-teams',
  changeImprovement: 'own-teams',
  withdrawImprovement: 'own-teams',
  approveDisplay: 'own-teams',
  changeDisplay: 'own-teams',
  commandDisplay: 'own-teams',
  revokeDisplay: 'own-teams',

  closeReview: 'editing',
  loadSample: 'editing',

  startImport: 'imports',
  listImports: 'imports',
  getImport: 'imports',
  undoImport: 'imports',
  watchImport: 'imports',
  downloadRefusedRows: 'imports',

  listPeople: 'administration',
  invitePerson: 'administration',
  changePerson: 'administration',
  makePersonLink: 'administration',
  signPersonOut: 'administration',
  listApiKeys: 'administration',
  makeApiKey: 'administration',
  revokeApiKey: 'administration',
  listAudit: 'administration',

  /* Inside of `addAnnotation` and `withdrawAnnotation`: a change starts new limits for everybody. */
  confirmChange: 'editing',
  /* Inside of the imports: cells of refused rows of a file that somebody else sent. */
  readRefusedCells: 'records',
} as const satisfies Readonly<Record<string, Need>>;

export type Action = keyof typeof POLICY;

/** Who asks. */
export type Principal =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      /** Teams that are led, with all teams below them; counts for the role `lead` alone. */
      readonly teams: readonly string[];
      /** May see customers' names and words. */
      readonly records: boolean;
    }
  | {
      readonly kind: 'key';
      readonly id: string;
      readonly name: string;
      /** Record kinds that it may import. */
      readonly kinds: readonly string[];
    }
  | { readonly kind: 'display'; readonly id: string; readonly name: string };

export type Person = Extract<Principal, { readonly kind: 'person' }>;

export const NOBODY: Principal = { kind: 'nobody' };

const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

const personMay = (
  { role, records, teams: own }: Person,
  need: Need,
  teams: readonly string[] | undefined,
): boolean => {
  switch (need) {
    case 'nothing':
    case 'figures':
    case 'reading':
    case 'own-account':
      return true;
    case 'display':
      return false;
    case 'records':
      return records;
    case 'own-teams':
      if (isAtLeast(role, 'editor')) return true;
      if (role !== 'lead') return false;
      if (teams === undefined) return own.length > 0;
      return teams.length > 0 && teams.every((team) => own.includes(team));
    case 'editing':
    case 'imports':
      return isAtLeast(role, 'editor');
    case 'administration':
      return isAtLeast(role, 'administrator');
  }
};

/**
 * Whether somebody may do something. `teams` are those that it concerns, `[]` the whole organisation; left out, the
 * question is whether it may be done anywhere at all.
 */
export const mayDo = (principal: Principal, action: Action, teams?: readonly string[]): boolean => {
  const need: Need = POLICY[action];
  switch (principal.kind) {
    case 'nobody':
      return need === 'nothing';
    case 'display':
      return need === 'nothing' || need === 'display';
    case 'key':
      return need === 'nothing' || need === 'imports';
    case 'person':
      return personMay(principal, need, teams);
  }
};

/** Whether somebody may import records of these kinds. */
export const mayImportKinds = (principal: Principal, kinds: readonly string[]): boolean =>
  principal.kind === 'key'
    ? kinds.length > 0 && kinds.every((kind) => principal.kinds.includes(kind))
    : mayDo(principal, 'startImport');
