import { DIMENSIONS, type Dimension } from '../domain/catalogue-types.ts';
import { parseIsoWeek } from '../domain/week.ts';
import {
  DATA,
  DISPLAYS,
  GOALS,
  indicatorView,
  NEEDS,
  PEOPLE,
  PEOPLE_SECTIONS,
  REVIEW,
  SCORECARD,
  SIGN_IN,
  SPANS,
  TEAMS,
  type DisplaysView,
  type GoalsView,
  type IndicatorView,
  type MissingView,
  type Need,
  type Opened,
  type ReviewView,
  type Scoped,
  type SignInView,
  type ScorecardView,
  type Span,
  type TeamsView,
  type View,
} from './view.ts';

/** No more teams or letters than a person could have meant; the rest of the address is left unread. */
const MOST_TEAMS = 200;
const LONGEST_ID = 200;
const LONGEST_ADDRESS = 2000;

/**
 * The view that an address stands for. Total: whatever the text, the answer is a valid view; what cannot be read takes
 * its default.
 * @param path such as `/data` @param search with or without its `?`
 */
export function viewOf(path: string, search: string): View {
  const query = new URLSearchParams(search);
  const plain = path.replace(/\/+$/, '');
  const indicator = indicatorOf(plain);
  if (indicator !== null) return indicatorPage(indicator, query);
  switch (plain) {
    case '':
      return scorecardOf(query);
    case '/review':
      return reviewOf(query);
    case '/teams':
      return teamsOf(query);
    case '/goals':
      return goalsOf(query);
    case '/data':
      return { ...DATA, open: positive(query.get('import')) };
    case '/people':
      return peopleOf(query);
    case '/displays':
      return displaysOf(query);
    case '/sign-in':
      return signInOf(query);
    case '/invitation':
      return { page: 'invitation' };
    default:
      return { page: 'missing', path };
  }
}

/** The address of a view, `viewOf`'s inverse; defaults are left out, so that one view has one address. */
export function addressOf(view: View): string {
  switch (view.page) {
    case 'scorecard':
      return withQuery('/', scorecardQuery(view));
    case 'indicator':
      return withQuery(`/indicator/${encodeURIComponent(view.indicator)}`, indicatorQuery(view));
    case 'review':
      return withQuery('/review', reviewQuery(view));
    case 'teams':
      return withQuery('/teams', teamsQuery(view));
    case 'goals':
      return withQuery('/goals', goalsQuery(view));
    case 'data':
      return withQuery('/data', view.open === null ? [] : [['import', String(view.open)]]);
    case 'people':
      return withQuery('/people', view.show === PEOPLE.show ? [] : [['show', view.show]]);
    case 'displays':
      return withQuery('/displays', displaysQuery(view));
    case 'sign-in':
      return withQuery('/sign-in', signInQuery(view));
    case 'invitation':
      return '/invitation';
    case 'missing':
      return pathOf(view);
  }
}

function scopedIn(query: URLSearchParams): Scoped {
  return {
    week: weekIn(query, 'week') ?? 'latest',
    teams: ids(query.getAll('team')),
    compare: query.get('compare') === 'last-year' ? 'last-year' : 'previous-week',
  };
}

function weekIn(query: URLSearchParams, name: string): string | null {
  const week = query.get(name) ?? '';
  return parseIsoWeek(week) === null ? null : week;
}

function scorecardOf(query: URLSearchParams): ScorecardView {
  return { page: 'scorecard', ...scopedIn(query), open: openedOf(query) };
}

/** The indicator that a path names; null where it names none. */
function indicatorOf(path: string): string | null {
  const coded = /^\/indicator\/([^/]+)$/.exec(path)?.[1];
  if (coded === undefined) return null;
  try {
    const id = decodeURIComponent(coded);
    return isId(id) ? id : null;
  } catch {
    return null; // A percent sign that starts no code.
  }
}

function indicatorPage(indicator: string, query: URLSearchParams): IndicatorView {
  const span = query.get('span');
  const plain = indicatorView(indicator);
  return {
    ...plain,
    ...scopedIn(query),
    span: SPANS.find((each): each is Span => each === span) ?? plain.span,
    show: query.get('show') === 'table' ? 'table' : 'picture',
    rows: weekIn(query, 'rows'),
  };
}

function reviewOf(query: URLSearchParams): ReviewView {
  const at = query.get('at') ?? '';
  return { page: 'review', ...scopedIn(query), at: isId(at) ? at : REVIEW.at };
}

function teamsOf(query: URLSearchParams): TeamsView {
  const need = query.get('need');
  const dimension = query.get('dimension') ?? '';
  return {
    page: 'teams',
    ...scopedIn(query),
    need: NEEDS.find((each): each is Need => each === need) ?? TEAMS.need,
    dimension: isDimension(dimension) ? dimension : TEAMS.dimension,
    find: (query.get('find') ?? '').slice(0, LONGEST_ID),
  };
}

function goalsOf(query: URLSearchParams): GoalsView {
  const goal = query.get('goal') ?? '';
  return { page: 'goals', ...scopedIn(query), goal: isId(goal) ? goal : GOALS.goal };
}

function peopleOf(query: URLSearchParams): View {
  const show = query.get('show');
  return { ...PEOPLE, show: PEOPLE_SECTIONS.find((each) => each === show) ?? PEOPLE.show };
}

function displaysOf(query: URLSearchParams): DisplaysView {
  const id = query.get('display') ?? '';
  if (isId(id)) return { page: 'displays', open: { kind: 'display', id } };
  return query.get('open') === 'approve' ? { page: 'displays', open: { kind: 'approve' } } : DISPLAYS;
}

function signInOf(query: URLSearchParams): SignInView {
  const problem = query.get('problem') ?? '';
  return { page: 'sign-in', problem: isId(problem) ? problem : SIGN_IN.problem, to: ownAddress(query.get('to') ?? '') };
}

/** An address of this app, as it stands; the first page for any other, and for the sign-in itself. */
function ownAddress(text: string): string {
  const isOwn = /^\/(?![/\\])/.test(text) && text.length <= LONGEST_ADDRESS && !text.startsWith('/sign-in');
  return isOwn ? text : SIGN_IN.to;
}

function openedOf(query: URLSearchParams): Opened | null {
  const indicator = query.get('figure') ?? '';
  if (isId(indicator)) return { kind: 'figure', indicator };
  const dimension = query.get('grade') ?? '';
  return isDimension(dimension) ? { kind: 'grade', dimension } : SCORECARD.open;
}

function displaysQuery({ open }: DisplaysView): Query {
  if (open === null) return [];
  return open.kind === 'approve' ? [['open', 'approve']] : [['display', open.id]];
}

function signInQuery({ problem, to }: SignInView): Query {
  return [
    ...(problem === null ? [] : [['problem', problem] as const]),
    ...(to === SIGN_IN.to ? [] : [['to', to] as const]),
  ];
}

type Query = ReadonlyArray<readonly [string, string]>;

function scopedQuery(view: Scoped): Query {
  return [
    ...(view.week === 'latest' ? [] : [['week', view.week] as const]),
    ...view.teams.map((team) => ['team', team] as const),
    ...(view.compare === 'previous-week' ? [] : [['compare', view.compare] as const]),
  ];
}

function scorecardQuery(view: ScorecardView): Query {
  return [...scopedQuery(view), ...(view.open === null ? [] : [openedQuery(view.open)])];
}

function indicatorQuery(view: IndicatorView): Query {
  return [
    ...scopedQuery(view),
    ...(view.span === '18-months' ? [] : [['span', view.span] as const]),
    ...(view.show === 'picture' ? [] : [['show', view.show] as const]),
    ...(view.rows === null ? [] : [['rows', view.rows] as const]),
  ];
}

function reviewQuery(view: ReviewView): Query {
  return [...scopedQuery(view), ...(view.at === null ? [] : [['at', view.at] as const])];
}

function teamsQuery(view: TeamsView): Query {
  return [
    ...scopedQuery(view),
    ...(view.need === TEAMS.need ? [] : [['need', view.need] as const]),
    ...(view.dimension === TEAMS.dimension ? [] : [['dimension', view.dimension] as const]),
    ...(view.find === TEAMS.find ? [] : [['find', view.find] as const]),
  ];
}

function goalsQuery(view: GoalsView): Query {
  return [...scopedQuery(view), ...(view.goal === null ? [] : [['goal', view.goal] as const])];
}

function openedQuery(open: Opened): readonly [string, string] {
  return open.kind === 'figure' ? ['figure', open.indicator] : ['grade', open.dimension];
}

function pathOf({ path }: MissingView): string {
  // Two slashes at the start would name another host.
  return `/${path.replace(/^\/+/, '')}`;
}

function withQuery(path: string, parameters: Query): string {
  const query = new URLSearchParams(parameters.map(([key, value]) => [key, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}

function ids(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter(isId))].slice(0, MOST_TEAMS).sort();
}

function isId(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_ID;
}

function isDimension(text: string): text is Dimension {
  return DIMENSIONS.some((dimension) => dimension === text);
}

function positive(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
