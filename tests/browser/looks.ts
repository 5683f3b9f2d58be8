/** The three looks in which every state must stand. */
export const LOOKS = [
  { name: 'light', scheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark', scheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'mobile', scheme: 'light', viewport: { width: 390, height: 844 } },
] as const;
