import type { RequestHandler } from 'msw';
import type { MockState } from '../state/mock-state.ts';
import { catalogueHandlers } from './catalogue.ts';
import { elsewhereHandlers } from './elsewhere.ts';
import { healthHandlers } from './health.ts';
import { importsHandlers } from './imports.ts';
import { liveHandlers } from './live.ts';
import { observationsHandlers } from './observations.ts';
import { openApiHandlers } from './openapi.ts';
import { recordsHandlers } from './records.ts';
import { sampleHandlers } from './sample.ts';
import { teamsHandlers } from './teams.ts';

/** Answers for every endpoint of the contract, from one state. */
export function handlersOf(state: MockState): RequestHandler[] {
  return [
    ...healthHandlers(state),
    ...catalogueHandlers(state),
    ...teamsHandlers(state),
    ...observationsHandlers(state),
    ...recordsHandlers(state),
    ...importsHandlers(state),
    ...sampleHandlers(state),
    ...liveHandlers(state),
    ...openApiHandlers(state),
    ...elsewhereHandlers(),
  ];
}
