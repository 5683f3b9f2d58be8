import { setupWorker } from 'msw/browser';
import { handlersOf } from './handlers/handlers-of.ts';
import { scenarioNamed } from './scenarios.ts';
import { createMockState } from './state/mock-state.ts';

const REMEMBERED = 'kept-mocks-scenario';

/**
 * Answers the page's requests from a scenario, by a service worker; resolves when it listens. The page's own address
 * knows no scenario, so the tab remembers the last one that was named: a reload keeps it.
 */
export async function startMocks(scenario: string | null): Promise<void> {
  if (scenario !== null) sessionStorage.setItem(REMEMBERED, scenario);
  const name = scenarioNamed(scenario ?? sessionStorage.getItem(REMEMBERED));
  const worker = setupWorker(...handlersOf(createMockState(name)));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });
}
