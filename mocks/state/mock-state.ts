import type { LiveEvent } from '../../src/contract/imports.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { SCENARIOS, type ScenarioName } from '../scenarios.ts';
import { USUAL, type Behaviour } from '../scenario-types.ts';
import { createImports, type MockImports } from './mock-imports.ts';
import { subscribers } from './subscribers.ts';

export const MOCK_BUILD = 'mocks';

/** What the handlers of one scenario share. */
export type MockState = {
  readonly behaviour: Behaviour;
  readonly dataset: () => Dataset;
  readonly dataVersion: () => number;
  readonly imports: MockImports;
  readonly onLive: (listener: (event: LiveEvent) => void) => () => void;
  /** How often `GET /api/health` was answered; a lost service stops after the first. */
  readonly heard: { count: number };
};

/** A mocked service in its first state; every call makes one that shares nothing with the others. */
export function createMockState(name: ScenarioName): MockState {
  const scenario = SCENARIOS[name];
  const behaviour: Behaviour = { ...USUAL, ...scenario.behaviour };
  const live = subscribers<LiveEvent>();
  const first = scenario.dataset();
  let dataVersion = first.series.length === 0 ? 0 : 1;
  const imports = createImports(first, behaviour, () => {
    dataVersion++;
    live.tell({ dataVersion, build: MOCK_BUILD });
  });
  return {
    behaviour,
    dataset: imports.dataset,
    dataVersion: () => dataVersion,
    imports,
    onLive: live.add,
    heard: { count: 0 },
  };
}
