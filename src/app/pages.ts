/** The pages that exist, in the order of the navigation. */
export const PAGES = [
  { page: 'scorecard', name: 'Scorecard', href: '/' },
  { page: 'review', name: 'Weekly review', href: '/review' },
  { page: 'data', name: 'Data', href: '/data' },
] as const;
