import { Catalogue } from '../catalogue.ts';
import { Health } from '../health.ts';
import { Teams } from '../teams.ts';
import type { EndpointDescription } from './endpoint-description.ts';

/** The service itself: its state, what it knows of the organisation, and this contract. */
export const SERVICE_ENDPOINTS = [
  {
    id: 'getHealth',
    method: 'GET',
    path: '/api/health',
    summary: 'State of the service and the three clocks',
    query: null,
    answer: Health,
    status: 200,
  },
  {
    id: 'getCatalogue',
    method: 'GET',
    path: '/api/catalogue',
    summary: 'Own indicators, availability, settings',
    query: null,
    answer: Catalogue,
    status: 200,
  },
  {
    id: 'getTeams',
    method: 'GET',
    path: '/api/teams',
    summary: 'Teams and their hierarchy',
    query: null,
    answer: Teams,
    status: 200,
  },
  {
    id: 'watchLive',
    method: 'GET',
    path: '/api/live',
    summary: 'Tells when the data version moves',
    query: null,
    answer: 'stream',
    status: 200,
  },
  {
    id: 'getOpenApi',
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This contract as an OpenAPI document',
    query: null,
    answer: 'json',
    status: 200,
  },
] as const satisfies readonly EndpointDescription[];
