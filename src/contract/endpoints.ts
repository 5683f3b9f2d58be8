import { DISPLAY_ENDPOINTS } from './endpoints/displays.ts';
import { FIGURE_ENDPOINTS } from './endpoints/figures.ts';
import { GOAL_ENDPOINTS } from './endpoints/goals.ts';
import { IMPORT_ENDPOINTS } from './endpoints/imports.ts';
import { PEOPLE_ENDPOINTS } from './endpoints/people.ts';
import { REVIEW_ENDPOINTS } from './endpoints/reviews.ts';
import { SERVICE_ENDPOINTS } from './endpoints/service.ts';
import { SESSION_ENDPOINTS } from './endpoints/session.ts';

/** Every endpoint of the service: the one list from which the OpenAPI document, the contract tests and the client follow. */
export const ENDPOINTS = [
  ...SERVICE_ENDPOINTS,
  ...FIGURE_ENDPOINTS,
  ...IMPORT_ENDPOINTS,
  ...REVIEW_ENDPOINTS,
  ...GOAL_ENDPOINTS,
  ...SESSION_ENDPOINTS,
  ...PEOPLE_ENDPOINTS,
  ...DISPLAY_ENDPOINTS,
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];
