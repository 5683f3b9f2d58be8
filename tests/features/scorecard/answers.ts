import { getResponse } from 'msw';
import { handlersOf } from '../../../mocks/handlers/handlers-of.ts';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { createMockState } from '../../../mocks/state/mock-state.ts';
import type { Fetcher } from '../../../src/api/client.ts';
import { observationsPath } from '../../../src/api/paths.ts';
import { TolerantObservations } from '../../../src/api/read-observations.ts';
import { Catalogue } from '../../../src/contract/catalogue.ts';
import { Health } from '../../../src/contract/health.ts';
import { Teams } from '../../../src/contract/teams.ts';
import type { ScorecardInput } from '../../../src/reading/read-scorecard.ts';

/** Answers of a mocked scenario without a network. */
export function answering(scenario: ScenarioName): Fetcher {
  const handlers = handlersOf(createMockState(scenario));
  return async (path, init) => {
    const response = await getResponse(handlers, new Request(new URL(path, 'http://kept.test'), init));
    if (response === undefined) throw new Error(`no handler for ${path}`);
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

/** All that the scorecard reads of a scenario, for teams and a week. */
export async function scorecardInput(
  scenario: ScenarioName,
  view: {
    readonly teams?: readonly string[];
    readonly week?: string;
    readonly compare?: ScorecardInput['compare'];
  } = {},
): Promise<ScorecardInput> {
  const ask = answering(scenario);
  const json = async (path: string): Promise<unknown> => (await ask(path, {})).json();
  const path = observationsPath({ teams: view.teams ?? [], span: 'latest' });
  return {
    observations: TolerantObservations.parse(await json(path)),
    catalogue: Catalogue.parse(await json('/api/catalogue')),
    teams: Teams.parse(await json('/api/teams')).teams,
    health: Health.parse(await json('/api/health')),
    fallbackNow: 0,
    week: view.week ?? 'latest',
    compare: view.compare ?? 'previous-week',
  };
}
