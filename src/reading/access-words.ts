import type { Role } from '../domain/policy.ts';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  lead: 'Lead',
  editor: 'Editor',
  administrator: 'Administrator',
};

/** What each role may do, beyond what the one before it may. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: 'reads figures, goals and reviews',
  lead: 'writes goals, notes, actions and annotations of the own teams, and sets up their displays',
  editor: 'does so for all teams, closes reviews, confirms changes, imports',
  administrator: 'also says who may do what, and makes keys',
};

export const RECORDS_WORDS = 'Customers’ names and words, and the records behind figures';
