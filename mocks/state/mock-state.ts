import type { LiveEvent } from '../../src/contract/imports.ts';
import type { Annotation } from '../../src/contract/observations.ts';
import { designAudit } from '../fixtures/audit.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { improvementNotes } from '../fixtures/improvement-notes.ts';
import { designKeys, designPeople } from '../fixtures/people.ts';
import { SCENARIOS, type ScenarioName } from '../scenarios.ts';
import { USUAL, type Behaviour } from '../scenario-types.ts';
import { createAnnotations, type MockAnnotations } from './mock-annotations.ts';
import { createAudit, type MockAudit } from './mock-audit.ts';
import { createClock, type MockClock } from './mock-clock.ts';
import { createDisplays, type MockDisplays } from './mock-displays.ts';
import { createGoals, type MockGoals } from './mock-goals.ts';
import { createImports, type MockImports } from './mock-imports.ts';
import { createImprovements, type MockImprovements } from './mock-improvements.ts';
import { createKeys, type MockKeys } from './mock-keys.ts';
import { createMinutes, type MockMinutes } from './mock-minutes.ts';
import { createPeople, type MockPeople } from './mock-people.ts';
import { createReviews, type MockReviews } from './mock-reviews.ts';
import { subscribers } from './subscribers.ts';

export const MOCK_BUILD = 'mocks';
const SCREEN_TOKEN = 'mock-display-this-browser';

/** What the handlers of one scenario share. */
export type MockState = {
  readonly behaviour: Behaviour;
  /** With the goals, improvements and annotations that stand. */
  readonly dataset: () => Dataset;
  /** Annotations that nobody wrote as such on the page: imported ones, and improvements in effect. */
  readonly given: () => readonly Annotation[];
  readonly dataVersion: () => number;
  readonly imports: MockImports;
  readonly annotations: MockAnnotations;
  readonly goals: MockGoals;
  readonly improvements: MockImprovements;
  readonly minutes: MockMinutes;
  readonly reviews: MockReviews;
  readonly clock: MockClock;
  readonly people: MockPeople;
  readonly keys: MockKeys;
  readonly audit: MockAudit;
  readonly displays: MockDisplays;
  /** What the service takes for now, epoch milliseconds: the dataset's own, and on from there. */
  readonly now: () => number;
  readonly build: () => string;
  /** In place of a cookie: the token of the display that this browser is, by the scenario; empty for none. */
  readonly screenToken: () => string;
  readonly onLive: (listener: (event: LiveEvent) => void) => () => void;
  /**
   * How often `GET /api/health` was answered: a lost service stops after the first, and on a wall after the first of
   * `boards`. `edited`: entries that somebody else has changed already, where a scenario says so.
   */
  readonly heard: { count: number; boards: number; readonly edited: Set<string> };
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
  const goals = createGoals(() => imports.dataset().goals, clock, moved);
  const improvements = createImprovements(() => imports.dataset().improvements, clock, moved);
  const minutes = createMinutes(first.minutes);
  const given = (): readonly Annotation[] => [
    ...imports.dataset().annotations,
    ...improvementNotes(improvements.standing()),
  ];
  const dataset = (): Dataset => ({
    ...imports.dataset(),
    goals: goals.histories(),
    improvements: improvements.standing(),
    annotations: annotations.standing(given()),
  });
  const startedAt = Date.now();
  const now = (): number => Date.parse(first.now) + Date.now() - startedAt;
  const { screen, signIn, nextPollSeconds: pollSeconds } = behaviour;
  const seededToken = screen.is === 'paired' ? { token: SCREEN_TOKEN, display: screen.display } : null;
  const displays = createDisplays(behaviour.displays, { now, build: MOCK_BUILD, pollSeconds, seededToken });
  const happened = (what: 'revoked' | 'new-build'): boolean =>
    screen.is === 'paired' && screen.then?.what === what && Date.now() - startedAt >= screen.then.after * 1000;
  const isFirst = signIn.mode === 'accounts' && signIn.people === 'none';
  const as = signIn.mode === 'accounts' && signIn.people === 'some' ? signIn.as : null;
  return {
    behaviour,
    dataset,
    given,
    dataVersion: () => dataVersion,
    imports,
    annotations,
    goals,
    improvements,
    minutes,
    reviews: createReviews(dataset, () => dataVersion, minutes, first.reviews),
    clock,
    people: createPeople(isFirst ? [] : designPeople, as, clock.next),
    keys: createKeys(isFirst ? [] : designKeys, clock.next),
    audit: createAudit(isFirst ? [] : designAudit, clock.next),
    displays,
    now,
    build: () => (happened('new-build') ? `${MOCK_BUILD}-2` : MOCK_BUILD),
    screenToken: () => {
      if (screen.is !== 'paired') return '';
      if (happened('revoked')) displays.revoke(screen.display);
      return SCREEN_TOKEN;
    },
    onLive: live.add,
    heard: { count: 0, boards: 0, edited: new Set() },
  };
}
