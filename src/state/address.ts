import { DIMENSIONS, type Dimension } from '../domain/catalogue-types.ts';
import { parseIsoWeek } from '../domain/week.ts';
import { DATA, SCORECARD, type MissingView, type Opened, type ScorecardView, type View } from './view.ts';

/** No more teams or letters than a person could have meant; the rest of the address is left unread. */
const MOST_TEAMS = 200;
const LONGEST_ID = 200;

/**
 * The view that an address stands for. Total: whatever the text, the answer is a valid view; what cannot be read takes
 * its default.
 * @param path such as `/data` @param search with or without its `?`
 */
export function viewOf(path: string, search: string): View {
  const query = new URLSearchParams(search);
  switch (path.replace(/\/+$/, '')) {
    case '':
      return scorecardOf(query);
    case '/data':
      return { ...DATA, open: positive(query.get('import')) };
    default:
      return { page: 'missing', path };
  }
}

/** The address of a view, `viewOf`'s inverse; defaults are left out, so that one view has one address. */
export function addressOf(view: View): string {
  switch (view.page) {
    case 'scorecard':
      return withQuery('/', scorecardQuery(view));
    case 'data':
      return withQuery('/data', view.open === null ? [] : [['import', String(view.open)]]);
    case 'missing':
      return pathOf(view);
  }
}

function scorecardOf(query: URLSearchParams): ScorecardView {
  const week = query.get('week') ?? '';
  return {
    page: 'scorecard',
    week: parseIsoWeek(week) !== null ? week : 'latest',
    teams: ids(query.getAll('team')),
    compare: query.get('compare') === 'last-year' ? 'last-year' : 'previous-week',
    open: openedOf(query),
  };
}

function openedOf(query: URLSearchParams): Opened | null {
  const indicator = query.get('figure') ?? '';
  if (isId(indicator)) return { kind: 'figure', indicator };
  const dimension = query.get('grade') ?? '';
  return isDimension(dimension) ? { kind: 'grade', dimension } : SCORECARD.open;
}

function scorecardQuery(view: ScorecardView): ReadonlyArray<readonly [string, string]> {
  return [
    ...(view.week === 'latest' ? [] : [['week', view.week] as const]),
    ...view.teams.map((team) => ['team', team] as const),
    ...(view.compare === 'previous-week' ? [] : [['compare', view.compare] as const]),
    ...(view.open === null ? [] : [openedQuery(view.open)]),
  ];
}

function openedQuery(open: Opened): readonly [string, string] {
  return open.kind === 'figure' ? ['figure', open.indicator] : ['grade', open.dimension];
}

function pathOf({ path }: MissingView): string {
  // Two slashes at the start would name another host.
  return `/${path.replace(/^\/+/, '')}`;
}

function withQuery(path: string, parameters: ReadonlyArray<readonly [string, string]>): string {
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
