import { ImportQuery, ImportReport, Imports } from '../imports.ts';
import type { EndpointDescription } from './endpoint-description.ts';

/** Files that come in, and the sample. */
export const IMPORT_ENDPOINTS = [
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
] as const satisfies readonly EndpointDescription[];
