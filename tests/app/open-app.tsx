import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MOCK_PASSWORD } from '../../mocks/fixtures/people.ts';
import type { ScenarioName } from '../../mocks/scenarios.ts';
import { withFetcher, type Fetcher } from '../../src/api/client.ts';
import { createQueryClient } from '../../src/api/query-client.ts';
import { App } from '../../src/app/app.tsx';
import { disownTab } from '../../src/state/tab-owner.ts';
import { answering } from '../features/scorecard/answers.ts';
import type { QueryClient } from '@tanstack/react-query';

const home = location.href;

export type OpenApp = {
  readonly client: QueryClient;
  /** Whatever is asked of the service, as method and path. */
  readonly asked: readonly string[];
  readonly ask: Fetcher;
  readonly close: () => void;
};

/** The whole app at an address, on the mocks of a scenario; `before` may answer in their place. */
export async function openApp(
  scenario: ScenarioName,
  address = '/',
  before: (path: string, init: RequestInit) => Response | null = () => null,
): Promise<OpenApp> {
  const ask = answering(scenario);
  const asked: string[] = [];
  const undo = withFetcher(async (path, init) => {
    asked.push(`${init.method ?? 'GET'} ${path}`);
    return before(path, init) ?? ask(path, init);
  });
  history.replaceState(null, '', address);
  const client = createQueryClient();
  const { unmount } = render(<App client={client} />);
  await screen.findByRole('main');
  return {
    client,
    asked,
    ask,
    close: () => {
      unmount();
      undo();
      disownTab();
      history.replaceState(null, '', home);
    },
  };
}

export const addressNow = (): string => location.pathname + location.search + location.hash;

export async function signInAs(email: string, password = MOCK_PASSWORD): Promise<void> {
  await userEvent.type(await screen.findByRole('textbox', { name: 'E-mail' }), email);
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

export function refusal(code: string, status: number, more: Readonly<Record<string, string>> = {}): Response {
  const body = { code, message: 'In words.', reference: 'REF', ...('at' in more ? { at: more['at'] } : {}) };
  const wait = more['retry-after'];
  return new Response(JSON.stringify(body), { status, headers: wait === undefined ? {} : { 'retry-after': wait } });
}
