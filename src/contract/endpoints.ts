import { Catalogue } from './catalogue.ts';
import { Health } from './health.ts';
import { ImportQuery, ImportReport, Imports } from './imports.ts';
import { Observations, ObservationsQuery } from './observations.ts';
import { Records, RecordsQuery } from './records.ts';
import { Teams } from './teams.ts';

/**
 * Every endpoint of the service: the one list from which the OpenAPI document, the contract tests and the client follow.
 * `stream` endpoints answer server-sent events; `file` answers are downloads.
 */
export const ENDPOINTS = [
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
    id: 'getObservations',
    method: 'GET',
    path: '/api/observations',
    summary: 'Weekly numerators and denominators of a scope, with targets, annotations and restatements',
    query: ObservationsQuery,
    answer: Observations,
    status: 200,
  },
  {
    id: 'listRecords',
    method: 'GET',
    path: '/api/records/:kind',
    summary: 'The rows behind a figure',
    query: RecordsQuery,
    answer: Records,
    status: 200,
  },
  {
    id: 'startImport',
    method: 'POST',
    path: '/api/imports',
    summary: 'Import a file (the body)',
    query: ImportQuery,
    answer: ImportReport,
    status: 202,
  },
  {
    id: 'listImports',
    method: 'GET',
    path: '/api/imports',
    summary: 'Imports, newest first',
    query: null,
    answer: Imports,
    status: 200,
  },
  {
    id: 'getImport',
    method: 'GET',
    path: '/api/imports/:id',
    summary: 'One import',
    query: null,
    answer: ImportReport,
    status: 200,
  },
  {
    id: 'undoImport',
    method: 'DELETE',
    path: '/api/imports/:id',
    summary: 'Cancel a running import, undo an ended one',
    query: null,
    answer: ImportReport,
    status: 200,
  },
  {
    id: 'watchImport',
    method: 'GET',
    path: '/api/imports/:id/progress',
    summary: 'Progress of an import',
    query: null,
    answer: 'stream',
    status: 200,
  },
  {
    id: 'downloadRefusedRows',
    method: 'GET',
    path: '/api/imports/:id/refused.csv',
    summary: 'Refused rows with their reasons',
    query: null,
    answer: 'file',
    status: 200,
  },
  {
    id: 'loadSample',
    method: 'POST',
    path: '/api/sample',
    summary: 'Load the simulated sample company into an empty service',
    query: null,
    answer: ImportReport,
    status: 202,
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
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];
