import { designPeople } from '../../../mocks/fixtures/people.ts';
import { SCENARIOS, type ScenarioName } from '../../../mocks/scenarios.ts';
import { boardOf } from '../../../mocks/state/board-of.ts';
import type { Board } from '../../../src/contract/board.ts';
import type { WallSlide } from '../../../src/contract/wall-slides.ts';
import type { Canvas, WallFrame } from '../../../src/features/wall/wall-frame.ts';
import type { PagesInput } from '../../../src/features/wall/wall-page.ts';

export const REFERENCE: Canvas = { width: 1920, height: 1080, diagonalInches: 55, distanceMetres: 5 };

export const FRAME: WallFrame = {
  clock: '08:42',
  dataTo: 'Data to Sun 15 Nov',
  heardAt: 'Heard at 08:41',
  hearing: 'live',
  notices: [],
  colours: 'shown',
  untilBeat: 0.7,
  position: { index: 0, count: 4 },
  rotation: 'turning',
  longer: null,
};

const shared = { seconds: 20, schedule: null };

export function trendOf(indicator: string): WallSlide {
  return { ...shared, kind: 'trend', id: `trend-${indicator}`, indicator };
}

export function messageOf(title: string, text: string, until = '2027-12-31'): WallSlide {
  return { ...shared, kind: 'message', id: 'message', title, text, until };
}

/** One slide of every kind. */
export const EVERY_SLIDE: readonly WallSlide[] = [
  { ...shared, kind: 'dimensions', id: 'dimensions' },
  trendOf('repeated-claims'),
  trendOf('retention-12-week'),
  trendOf('on-time'),
  { ...shared, kind: 'promise', id: 'promise' },
  { ...shared, kind: 'goals', id: 'goals' },
  { ...shared, kind: 'signals', id: 'signals' },
  { ...shared, kind: 'due', id: 'due' },
  messageOf('Canteen', 'The canteen is closed on Friday 4 December. Sandwiches are at the reception from 11:30.'),
];

/** What a display gets of a mocked scenario. */
export function boardOfScenario(
  scenario: ScenarioName,
  slides: readonly WallSlide[] = EVERY_SLIDE,
  team: readonly string[] = [],
): Board {
  return boardOf(SCENARIOS[scenario].dataset(), {
    dataVersion: 1,
    names: designPeople.map(({ name }) => name),
    display: {
      id: 'hall',
      revision: 1,
      words: {
        name: 'Hall',
        diagonalInches: 55,
        distanceMetres: 5,
        timeZone: 'Europe/Madrid',
        team: [...team],
        slides: [...slides],
        dim: null,
        reloadAt: '03:30',
      },
    },
  });
}

export function inputOfScenario(
  scenario: ScenarioName,
  given: { readonly slides?: readonly WallSlide[]; readonly canvas?: Canvas; readonly team?: readonly string[] } = {},
): PagesInput {
  return {
    board: boardOfScenario(scenario, given.slides, given.team),
    canvas: given.canvas ?? REFERENCE,
    now: Date.parse(SCENARIOS[scenario].dataset().now),
  };
}
