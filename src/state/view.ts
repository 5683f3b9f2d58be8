import type { Dimension } from '../domain/catalogue-types.ts';

/** What the figures are compared with: the complete week before, or the same week 52 weeks earlier. */
export type Comparison = 'previous-week' | 'last-year';

/** What every page of figures is asked for: which week, whose, and against what. */
export type Scoped = {
  /** An ISO label, or `latest`: the latest complete week that has data, whichever that is when the address is opened. */
  readonly week: string;
  /** Sorted, each once; none is the whole organisation. */
  readonly teams: readonly string[];
  readonly compare: Comparison;
};

/** The calculation that is laid open, if any. */
export type Opened =
  { readonly kind: 'figure'; readonly indicator: string } | { readonly kind: 'grade'; readonly dimension: Dimension };

export type ScorecardView = Scoped & { readonly page: 'scorecard'; readonly open: Opened | null };

/** How far back the page of an indicator looks. */
export const SPANS = ['18-months', '3-years', '5-years'] as const;
export type Span = (typeof SPANS)[number];

/** One indicator on a page of its own. */
export type IndicatorView = Scoped & {
  readonly page: 'indicator';
  readonly indicator: string;
  readonly span: Span;
  readonly show: 'picture' | 'table';
  /** The week (an ISO label) whose records are laid open, if any. */
  readonly rows: string | null;
};

/** The weekly review of a week and scope. */
export type ReviewView = Scoped & {
  readonly page: 'review';
  /** The step of the agenda in view: an indicator's id, or the name of a later section; null is the first. */
  readonly at: string | null;
};

/** Which goals the overview of teams shows, by how they stand. */
export const NEEDS = ['all', 'act', 'watch', 'on-target'] as const;
export type Need = (typeof NEEDS)[number];

/** All teams by the goals of this period. */
export type TeamsView = Scoped & {
  readonly page: 'teams';
  readonly need: Need;
  readonly dimension: Dimension | 'all';
  /** A part of a team's name; empty is every team. */
  readonly find: string;
};

/** The goals of one team, or with no team those of the whole organisation. */
export type GoalsView = Scoped & {
  readonly page: 'goals';
  /** The goal in focus; null is the first. */
  readonly goal: string | null;
};

export type DataView = {
  readonly page: 'data';
  /** The import whose report is laid open. */
  readonly open: number | null;
};

/** What an administrator says and sees: who may do what, keys for imports, and who did what. */
export const PEOPLE_SECTIONS = ['people', 'keys', 'log'] as const;
export type PeopleSection = (typeof PEOPLE_SECTIONS)[number];
export type PeopleView = { readonly page: 'people'; readonly show: PeopleSection };

/** The displays on walls. `open`: whether a new screen is approved, or a display is changed, by its id. */
export type DisplaysView = {
  readonly page: 'displays';
  readonly open: null | { readonly kind: 'approve' } | { readonly kind: 'display'; readonly id: string };
};

/** Where one signs in without having asked for another page, or after a way in that led elsewhere has failed. */
export type SignInView = {
  readonly page: 'sign-in';
  /** Why somebody was not let in, by its code; null: nothing has failed. */
  readonly problem: string | null;
  /** The address of this app that was wanted. */
  readonly to: string;
};

/** Where a one-time link leads; its token is no part of the view. */
export type InvitationView = { readonly page: 'invitation' };

/** An address that names no page; the page says so and offers the others. */
export type MissingView = { readonly page: 'missing'; readonly path: string };

/** The pages that show figures of a week and scope. */
export type ScopedView = ScorecardView | IndicatorView | ReviewView | TeamsView | GoalsView;

export type View = ScopedView | DataView | PeopleView | DisplaysView | SignInView | InvitationView | MissingView;

const NEWEST: Scoped = { week: 'latest', teams: [], compare: 'previous-week' };

export const SCORECARD: ScorecardView = { page: 'scorecard', ...NEWEST, open: null };

export const REVIEW: ReviewView = { page: 'review', ...NEWEST, at: null };

/** The page of an indicator, as it is first opened. */
export function indicatorView(indicator: string): IndicatorView {
  return { page: 'indicator', indicator, ...NEWEST, span: '18-months', show: 'picture', rows: null };
}

export const TEAMS: TeamsView = { page: 'teams', ...NEWEST, need: 'all', dimension: 'all', find: '' };

export const GOALS: GoalsView = { page: 'goals', ...NEWEST, goal: null };

export const DATA: DataView = { page: 'data', open: null };

export const PEOPLE: PeopleView = { page: 'people', show: 'people' };

export const DISPLAYS: DisplaysView = { page: 'displays', open: null };

export const SIGN_IN: SignInView = { page: 'sign-in', problem: null, to: '/' };

/** Whether a page shows figures of a week and scope. */
export function isScoped(view: View): view is ScopedView {
  return 'week' in view;
}

/** Week, teams and comparison of a page; those of an untouched scorecard where the page shows no figures. */
export function scopedOf(view: View): Scoped {
  if (!isScoped(view)) return NEWEST;
  const { week, teams, compare } = view;
  return { week, teams, compare };
}
