import { setupServer, type SetupServer } from 'msw/node';
import { handlersOf } from './handlers/handlers-of.ts';
import type { ScenarioName } from './scenarios.ts';
import { createMockState } from './state/mock-state.ts';

/** A scenario for tests under Node: `listen()`, `close()`, and fresh state with every call. */
export function mockServer(scenario: ScenarioName): SetupServer {
  return setupServer(...handlersOf(createMockState(scenario)));
}
