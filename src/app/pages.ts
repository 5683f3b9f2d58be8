import { DATA, REVIEW, SCORECARD, scopedOf, type View } from '../state/view.ts';

/** The pages that exist, in the order of the navigation. */
export const PAGES = [
  { page: 'scorecard', name: 'Scorecard' },
  { page: 'review', name: 'Weekly review' },
  { page: 'data', name: 'Data' },
] as const;

/** Where a link of the navigation leads from a view: week, teams and comparison go along. */
export function pageFrom(page: (typeof PAGES)[number]['page'], view: View): View {
  switch (page) {
    case 'scorecard':
      return { ...SCORECARD, ...scopedOf(view) };
    case 'review':
      return { ...REVIEW, ...scopedOf(view) };
    case 'data':
      return DATA;
  }
}
