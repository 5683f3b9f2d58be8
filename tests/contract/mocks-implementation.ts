import { getResponse } from 'msw';
import { handlersOf } from '../../mocks/handlers/handlers-of.ts';
import { createMockState } from '../../mocks/state/mock-state.ts';
import type { Implementation } from './implementation.ts';

const ORIGIN = 'http://kept.test';

/** The mocks, asked as msw asks them, without an interceptor between. */
export const mocks: Implementation = {
  name: 'mocks',
  start: (holds) => {
    const handlers = handlersOf(createMockState(holds === 'records' ? 'second-company' : 'empty'));
    return Promise.resolve({
      ask: async (path, init) => {
        const response = await getResponse(handlers, new Request(new URL(path, ORIGIN), init));
        if (response === undefined) throw new Error(`The mocks do not answer ${path}`);
        return response;
      },
      stop: () => Promise.resolve(),
    });
  },
};
