import { getResponse } from 'msw';
import { handlersOf } from '../../mocks/handlers/handlers-of.ts';
import { createMockState } from '../../mocks/state/mock-state.ts';
import { FIRST_LINK } from '../../mocks/fixtures/people.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { INVITATION_PATH } from '../../src/contract/session.ts';
import type { AccountsImplementation } from './accounts-implementation.ts';
import type { Implementation, Running } from './implementation.ts';

const ORIGIN = 'http://kept.test';

const running = (scenario: ScenarioName): Running => {
  const handlers = handlersOf(createMockState(scenario));
  return {
    ask: async (path, init) => {
      const response = await getResponse(handlers, new Request(new URL(path, ORIGIN), init));
      if (response === undefined) throw new Error(`The mocks do not answer ${path}`);
      return response;
    },
    stop: () => Promise.resolve(),
  };
};

/** The mocks, asked as msw asks them, without an interceptor between. */
export const mocks: Implementation = {
  name: 'mocks',
  start: (holds) => Promise.resolve(running(holds === 'records' ? 'second-company' : 'empty')),
};

/** The same with accounts; one state of theirs is one browser. */
export const mocksWithAccounts: AccountsImplementation = {
  name: 'mocks',
  start: () =>
    Promise.resolve({ ...running('first-start'), firstAdministrator: `${ORIGIN}${INVITATION_PATH}#${FIRST_LINK}` }),
};
