import { DATA, GOALS, REVIEW, SCORECARD, scopedOf, TEAMS, type Scoped, type View } from '../state/view.ts';

/** The pages that exist, in the order of the navigation. */
export const PAGES = [
  { page: 'scorecard', name: 'Scorecard' },
  { page: 'review', name: 'Weekly review' },
  { page: 'teams', name: 'Teams & goals' },
  { page: 'data', name: 'Data' },
] as const;

/** Where a link of the navigation leads from a view: week, teams and comparison go along. */
export function pageFrom(page: (typeof PAGES)[number]['page'], view: View): View {
  switch (page) {
    case 'scorecard':
      return { ...SCORECARD, ...scopedOf(view) };
    case 'review':
      return { ...REVIEW, ...scopedOf(view) };
    case 'teams':
      return teamsFrom(scopedOf(view));
    case 'data':
      return DATA;
  }
}

/** A person who looks at one team goes to its goals; who looks at all of them, to all of theirs. */
function teamsFrom(scoped: Scoped): View {
  return scoped.teams.length === 1 ? { ...GOALS, ...scoped } : { ...TEAMS, ...scoped, teams: [] };
}

/** Whether a page is where a view belongs in the navigation. */
export function holds(page: (typeof PAGES)[number]['page'], view: View): boolean {
  return page === view.page || (page === 'teams' && view.page === 'goals');
}
