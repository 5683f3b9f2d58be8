import type { TroubleKind } from './condition.ts';

/** What a page is told: what does not work, and that it will again. */
export const TROUBLE_WORDS: Readonly<Record<Exclude<TroubleKind, 'clock'>, string>> = {
  'disk-full':
    'The disk of the service is full: figures are shown, but nothing can be saved or imported. It goes on by itself once there is room.',
  'read-only':
    'The service may not write its data folder: figures are shown, but nothing can be saved or imported. It goes on by itself once it may write again.',
  damaged:
    'A part of the database cannot be read: records or figures may be missing. Whoever runs Kept should restore a backup.',
  unavailable: 'The database does not answer.',
};
