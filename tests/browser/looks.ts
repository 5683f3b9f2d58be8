/** The three looks in which every state must stand. */
export const LOOKS = [
  { name: 'light', scheme: 'light', viewport: { width: 1440, height: 900 }, rules: 'all' },
  // The same page as in light: what it is made of does not change with its colours.
  { name: 'dark', scheme: 'dark', viewport: { width: 1440, height: 900 }, rules: 'of colour' },
  { name: 'mobile', scheme: 'light', viewport: { width: 390, height: 844 }, rules: 'all' },
] as const;
