import { setupWorker } from 'msw/browser';
import { handlersOf } from './handlers/handlers-of.ts';
import { scenarioNamed } from './scenarios.ts';
import { createMockState } from './state/mock-state.ts';

/** Answers the page's requests from a scenario, by a service worker; resolves when it listens. */
export async function startMocks(scenario: string | null): Promise<void> {
  const worker = setupWorker(...handlersOf(createMockState(scenarioNamed(scenario))));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });
}
