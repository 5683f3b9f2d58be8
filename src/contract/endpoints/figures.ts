import { Annotations, AnnotationsQuery, KeptAnnotation, NewAnnotation, Withdrawal } from '../annotations.ts';
import { Breakdown, BreakdownQuery, Causes, Comments, WeekQuery } from '../breakdown.ts';
import { Annotation, Observations, ObservationsQuery } from '../observations.ts';
import { Records, RecordsQuery } from '../records.ts';
import type { EndpointDescription } from './endpoint-description.ts';

/** Figures, what lies behind them, and what people say of their weeks. */
export const FIGURE_ENDPOINTS = [
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
    id: 'getBreakdown',
    method: 'GET',
    path: '/api/breakdown',
    summary: 'Causes of the cases that went wrong in a week, and how far',
    query: BreakdownQuery,
    answer: Breakdown,
    status: 200,
  },
  {
    id: 'listComments',
    method: 'GET',
    path: '/api/comments',
    summary: 'What customers wrote in a week',
    query: WeekQuery,
    answer: Comments,
    status: 200,
  },
  {
    id: 'listCauses',
    method: 'GET',
    path: '/api/causes',
    summary: 'Causes and improvements by name, to link actions with',
    query: null,
    answer: Causes,
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
    id: 'listAnnotations',
    method: 'GET',
    path: '/api/annotations',
    summary: 'Annotations and confirmed changes with who, when and why',
    query: AnnotationsQuery,
    answer: Annotations,
    status: 200,
  },
  {
    id: 'addAnnotation',
    method: 'POST',
    path: '/api/annotations',
    summary: 'Annotate a week, or confirm a change of the process',
    query: null,
    body: NewAnnotation,
    answer: Annotation,
    status: 201,
  },
  {
    id: 'withdrawAnnotation',
    method: 'POST',
    path: '/api/annotations/:id/withdrawal',
    summary: 'Withdraw an annotation or a confirmed change',
    query: null,
    body: Withdrawal,
    answer: KeptAnnotation,
    status: 200,
  },
] as const satisfies readonly EndpointDescription[];
