import type { LiveEvent } from '../../src/contract/imports.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { SCENARIOS, type ScenarioName } from '../scenarios.ts';
import { USUAL, type Behaviour } from '../scenario-types.ts';
import { createAnnotations, type MockAnnotations } from './mock-annotations.ts';
import { createClock, type MockClock } from './mock-clock.ts';
import { createImports, type MockImports } from './mock-imports.ts';
import { createMinutes, type MockMinutes } from './mock-minutes.ts';
import { createReviews, type MockReviews } from './mock-reviews.ts';
import { subscribers } from './subscribers.ts';

export const MOCK_BUILD = 'mocks';

/** What the handlers of one scenario share. */
export type MockState = {
  readonly behaviour: Behaviour;
  /** With the annotations that stand. */
  readonly dataset: () => Dataset;
  /** As it was imported: what the page wrote is not in it. */
  readonly imported: () => Dataset;
  readonly dataVersion: () => number;
  readonly imports: MockImports;
  readonly annotations: MockAnnotations;
  readonly minutes: MockMinutes;
  readonly reviews: MockReviews;
  readonly clock: MockClock;
  readonly onLive: (listener: (event: LiveEvent) => void) => () => void;
  /**
   * How often `GET /api/health` was answered: a lost service stops after the first. `edited`: entries that somebody
   * else has changed already, where a scenario says so.
   */
  readonly heard: { count: number; readonly edited: Set<string> };
};

/** The first thing that the page writes is later than all that stands already. */
function clockOf({ now, minutes }: Dataset): MockClock {
  return createClock([now, ...minutes.map(({ changedAt }) => changedAt)].sort().at(-1) ?? now);
}

/** A mocked service in its first state; every call makes one that shares nothing with the others. */
export function createMockState(name: ScenarioName): MockState {
  const scenario = SCENARIOS[name];
  const behaviour: Behaviour = { ...USUAL, ...scenario.behaviour };
  const live = subscribers<LiveEvent>();
  const first = scenario.dataset();
  let dataVersion = first.series.length === 0 ? 0 : 1;
  const moved = (): void => {
    dataVersion++;
    live.tell({ dataVersion, build: MOCK_BUILD });
  };
  const clock = clockOf(first);
  const imports = createImports(first, behaviour, moved);
  const annotations = createAnnotations(clock, moved);
  const minutes = createMinutes(first.minutes);
  const dataset = (): Dataset => {
    const imported = imports.dataset();
    return { ...imported, annotations: annotations.standing(imported.annotations) };
  };
  return {
    behaviour,
    dataset,
    imported: imports.dataset,
    dataVersion: () => dataVersion,
    imports,
    annotations,
    minutes,
    reviews: createReviews(dataset, () => dataVersion, minutes, first.reviews),
    clock,
    onLive: live.add,
    heard: { count: 0, edited: new Set() },
  };
}
