import type { SignInMode } from '../contract/session.ts';
import type { May } from '../parts/use-session.ts';
import {
  DATA,
  DISPLAYS,
  GOALS,
  PEOPLE,
  REVIEW,
  SCORECARD,
  scopedOf,
  TEAMS,
  type Scoped,
  type View,
} from '../state/view.ts';

/** The pages that exist, in the order of the navigation. */
export const PAGES = [
  { page: 'scorecard', name: 'Scorecard' },
  { page: 'review', name: 'Weekly review' },
  { page: 'teams', name: 'Teams & goals' },
  { page: 'displays', name: 'Wall' },
  { page: 'data', name: 'Data' },
  { page: 'people', name: 'People' },
] as const;

export type Page = (typeof PAGES)[number];

/** The pages that whoever is signed in can do something with; on an open service there are no people. */
export function pagesFor(may: May, mode: SignInMode | undefined): readonly Page[] {
  return PAGES.filter(({ page }) => {
    if (page === 'displays') return may('listDisplays');
    if (page === 'data') return may('listImports');
    return page !== 'people' || (mode !== 'open' && may('listPeople'));
  });
}

/** Where a link of the navigation leads from a view: week, teams and comparison go along. */
export function pageFrom(page: Page['page'], view: View): View {
  switch (page) {
    case 'scorecard':
      return { ...SCORECARD, ...scopedOf(view) };
    case 'review':
      return { ...REVIEW, ...scopedOf(view) };
    case 'teams':
      return teamsFrom(scopedOf(view));
    case 'displays':
      return DISPLAYS;
    case 'data':
      return DATA;
    case 'people':
      return PEOPLE;
  }
}

/** A person who looks at one team goes to its goals; who looks at all of them, to all of theirs. */
function teamsFrom(scoped: Scoped): View {
  return scoped.teams.length === 1 ? { ...GOALS, ...scoped } : { ...TEAMS, ...scoped, teams: [] };
}

/** Whether a page is where a view belongs in the navigation. */
export function holds(page: Page['page'], view: View): boolean {
  return page === view.page || (page === 'teams' && view.page === 'goals');
}
