import type { RequestHandler } from 'msw';
import type { MockState } from '../state/mock-state.ts';
import { actionsHandlers } from './actions.ts';
import { annotationsHandlers } from './annotations.ts';
import { breakdownHandlers } from './breakdown.ts';
import { causesHandlers } from './causes.ts';
import { commentsHandlers } from './comments.ts';
import { minutesHandlers } from './minutes.ts';
import { reviewsHandlers } from './reviews.ts';
import { catalogueHandlers } from './catalogue.ts';
import { displaysHandlers } from './displays.ts';
import { elsewhereHandlers } from './elsewhere.ts';
import { guardHandlers } from './guard.ts';
import { goalsHandlers } from './goals.ts';
import { healthHandlers } from './health.ts';
import { improvementsHandlers } from './improvements.ts';
import { importsHandlers } from './imports.ts';
import { invitationHandlers } from './invitation.ts';
import { keysHandlers } from './keys.ts';
import { liveHandlers } from './live.ts';
import { observationsHandlers } from './observations.ts';
import { openApiHandlers } from './openapi.ts';
import { peopleHandlers } from './people.ts';
import { recordsHandlers } from './records.ts';
import { sampleHandlers } from './sample.ts';
import { sessionHandlers } from './session.ts';
import { teamsHandlers } from './teams.ts';
import { wallHandlers } from './wall.ts';

/** Answers for every endpoint of the contract, from one state. */
export function handlersOf(state: MockState): RequestHandler[] {
  return [
    ...guardHandlers(state),
    ...healthHandlers(state),
    ...catalogueHandlers(state),
    ...teamsHandlers(state),
    ...observationsHandlers(state),
    ...recordsHandlers(state),
    ...actionsHandlers(state),
    ...annotationsHandlers(state),
    ...breakdownHandlers(state),
    ...causesHandlers(state),
    ...commentsHandlers(state),
    ...goalsHandlers(state),
    ...improvementsHandlers(state),
    ...minutesHandlers(state),
    ...reviewsHandlers(state),
    ...importsHandlers(state),
    ...sampleHandlers(state),
    ...sessionHandlers(state),
    ...invitationHandlers(state),
    ...peopleHandlers(state),
    ...keysHandlers(state),
    ...displaysHandlers(state),
    ...wallHandlers(state),
    ...liveHandlers(state),
    ...openApiHandlers(state),
    ...elsewhereHandlers(),
  ];
}
