import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../mocks/scenarios.ts';
import type { Board } from '../../../src/contract/board.ts';
import { ROOMY_INCHES_PER_METRE } from '../../../src/domain/optics.ts';
import { layOut } from '../../../src/features/wall/lay-out.ts';
import { wallPages } from '../../../src/features/wall/pages.ts';
import type { Canvas, WallFrame } from '../../../src/features/wall/wall-frame.ts';
import type { PagesInput, WallPage } from '../../../src/features/wall/wall-page.ts';
import { boardOfScenario, FRAME, inputOfScenario, REFERENCE } from './boards.ts';
import { expectedCells } from './expected-cells.ts';
import { illegible } from './legible.ts';
import { nastyBoard } from './nasty-board.ts';

/** Long enough for every page of a wall on every canvas, on a busy machine. */
const PATIENCE = 240_000;

const NOW = Date.parse(SCENARIOS.design.dataset().now);
const CALIBRATION: WallPage = { key: 'calibration', slide: { kind: 'calibration', id: 'calibration' }, fresh: null };

const TROUBLED: WallFrame = {
  ...FRAME,
  dataTo: 'Data to Sun 15 Nov 2025',
  heardAt: 'Heard at Wed 30 Sep, 14:03',
  hearing: 'lost',
  colours: 'withdrawn',
  notices: [
    'No connection since 14:05, showing 14:03',
    "This screen's clock is 4 min slow",
    'Kept cannot write: the disk is full. It goes on by itself once there is room.',
  ],
  rotation: 'paused',
  longer: 'Stays longer: new signal since Mon 9 Nov',
  position: { index: 17, count: 143 },
};
const FRESH: WallFrame = {
  ...FRAME,
  longer: 'Stays longer: new signal since Mon 9 Nov',
  position: { index: 3, count: 8 },
};

const BOARDS: Readonly<Record<string, Board>> = {
  design: boardOfScenario('design'),
  nasty: nastyBoard(),
  quiet: { ...boardOfScenario('review-quiet'), goals: [], goalObservations: null, due: [] },
  'small-numbers': boardOfScenario('small-numbers'),
  late: boardOfScenario('late'),
};

/** CSS pixels: 720p to 4K, both as they are and as a device ratio of 2 or 1.5 leaves of them. */
const surface = fc
  .record({
    sides: fc.constantFrom<readonly [number, number]>(
      [1280, 720],
      [1920, 1080],
      [2560, 1440],
      [3840, 2160],
      [1920, 1200],
      [2560, 1600],
    ),
    ratio: fc.constantFrom(1, 1, 1.5, 2),
    turned: fc.constantFrom('lying', 'lying', 'standing'),
  })
  .filter(({ sides, ratio }) => sides[1] / ratio >= 720)
  .map(({ sides: [long, short], ratio, turned }) => {
    const [width, height] = turned === 'lying' ? [long, short] : [short, long];
    return { width: Math.round(width / ratio), height: Math.round(height / ratio) };
  });

const canvases: fc.Arbitrary<Canvas> = fc
  .record({
    surface,
    diagonalInches: fc.integer({ min: 32, max: 98 }),
    distanceMetres: fc.integer({ min: 4, max: 20 }).map((halves) => halves / 2),
  })
  .map(({ surface: { width, height }, diagonalInches, distanceMetres }) => ({
    width,
    height,
    diagonalInches,
    distanceMetres,
  }));

/** A page is found again by its key. */
function twice(keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `two pages have the key ${key}`);
}

/** All that is wrong with any page of a wall. */
function wrong(input: PagesInput, frame: WallFrame): readonly string[] {
  const pages = wallPages(input);
  const seen = new Map<string, Set<string>>();
  const problems = [...pages, CALIBRATION].flatMap((page) => {
    const layout = layOut(input, page, frame);
    if (layout === null) return [`${page.key} draws nothing`];
    const { drawing } = layout;
    const named = seen.get(page.slide.id) ?? new Set<string>();
    seen.set(page.slide.id, named);
    for (const cell of [...drawing.shown, ...drawing.leftOut]) named.add(cell);
    return illegible(input.canvas, drawing).map((problem) => `${page.key}: ${problem}`);
  });
  const lost = expectedCells(input).flatMap(({ slide, cells }) =>
    cells.filter((cell) => seen.get(slide)?.has(cell) !== true).map((cell) => `${slide} says nothing of ${cell}`),
  );
  return [...problems, ...lost, ...twice(pages.map(({ key }) => key))];
}

describe('a wall on any screen', () => {
  it(
    'is legible: no text under its size, none on another or on a mark, nothing cut off, no content lost unnamed',
    () => {
      fc.assert(
        fc.property(
          canvases,
          fc.constantFrom(...Object.keys(BOARDS)),
          fc.constantFrom(FRAME, TROUBLED, FRESH),
          (canvas, name, frame) => {
            const board = BOARDS[name];
            if (board === undefined) throw new Error(`no board ${name}`);
            expect(wrong({ board, canvas, now: NOW }, frame).slice(0, 5)).toEqual([]);
          },
        ),
        { numRuns: 100 },
      );
    },
    PATIENCE,
  );

  it(
    'is legible at the corners: smallest and largest screen, nearest and farthest, lying and standing',
    () => {
      const surfaces: ReadonlyArray<readonly [number, number]> = [
        [1280, 720],
        [3840, 2160],
        [720, 1280],
        [1920, 1200],
      ];
      for (const [width, height] of surfaces) {
        for (const diagonalInches of [32, 98]) {
          for (const distanceMetres of [2, 10]) {
            const canvas = { width, height, diagonalInches, distanceMetres };
            for (const board of [boardOfScenario('design'), nastyBoard()]) {
              expect(wrong({ board, canvas, now: NOW }, TROUBLED).slice(0, 5)).toEqual([]);
            }
          }
        }
      }
    },
    PATIENCE,
  );
});

describe('the smallest screen that is said to be large enough for its distance', () => {
  const leftOut = (inchesPerMetre: number, [width, height]: readonly [number, number]) => {
    const canvas = { width, height, diagonalInches: 6 * inchesPerMetre, distanceMetres: 6 };
    const input = { board: boardOfScenario('design'), canvas, now: NOW };
    const frame = { ...FRAME, notices: ['No connection since 14:05, showing 14:03'] };
    const cells = wallPages(input).flatMap((page) => layOut(input, page, frame)?.drawing.leftOut ?? []);
    return cells.filter((cell) => cell === 'clock' || cell === 'chart' || cell.startsWith('notice'));
  };
  it.each([
    [1920, 1080],
    [1920, 1200],
    [1280, 720],
  ] as const)('leaves out clock, notice or a chart on %d × %d, or a smaller one would do', (...sides) => {
    expect(leftOut(ROOMY_INCHES_PER_METRE, sides)).toEqual([]);
    expect(leftOut(ROOMY_INCHES_PER_METRE - 2, sides)).not.toEqual([]);
  });
});

describe('the check itself', () => {
  const layout = () => {
    const input = inputOfScenario('design');
    const [page] = wallPages(input);
    const laid = page === undefined ? null : layOut(input, page, FRAME);
    if (laid === null) throw new Error('the design has pages');
    return laid.drawing;
  };

  it('finds nothing wrong with the picture of the design', () => {
    expect(illegible(REFERENCE, layout())).toEqual([]);
  });

  it('finds a text that is too small, one that leaves the canvas, and two on each other', () => {
    const drawing = layout();
    const [first, second] = drawing.texts;
    if (first === undefined || second === undefined) throw new Error('the picture has texts');
    const found = (text: typeof first) => illegible(REFERENCE, { texts: [text], shapes: [] });
    expect(found({ ...first, size: first.size - 2 })[0]).toContain('too small');
    expect(found({ ...first, x: 1900 })[0]).toContain('leaves the canvas');
    expect(illegible(REFERENCE, { texts: [first, { ...second, x: first.x, y: first.y }], shapes: [] })[0]).toContain(
      'lies on',
    );
    const mark = drawing.shapes.find((shape) => shape.kind === 'mark');
    if (mark?.kind !== 'mark') throw new Error('the picture has marks');
    expect(illegible(REFERENCE, { texts: [{ ...first, x: mark.x, y: mark.y }], shapes: [mark] })[0]).toContain(
      'on a mark',
    );
  });
});
