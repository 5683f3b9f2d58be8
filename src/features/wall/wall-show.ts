import type { Board } from '../../contract/board.ts';
import type { DisplayCommand } from '../../contract/displays.ts';
import { AT_FIRST, pass, settle, showSlide, step, type Rotation, type Turn } from '../../domain/wall-rotation.ts';
import { isOn } from '../../domain/wall-schedule.ts';
import type { Canvas } from './wall-frame.ts';
import type { PagesInput, WallPage } from './wall-page.ts';
import { problemWords, type Problems } from './wall-problems.ts';

const MINUTE = 60_000;
/** What pages say of the time (late by hours, a message that ends with its day) does not move faster. */
const PAGES_EVERY = 5 * MINUTE;
/** For how long the slide with which sizes are checked stays (contract). */
export const CALIBRATES_FOR = 2 * MINUTE;

const CALIBRATION_PAGE: WallPage = {
  key: 'calibration/calibration',
  slide: { kind: 'calibration', id: 'calibration' },
  fresh: null,
};

/** What is on the screen: one of the pages that are due, or none. */
export type Showing = {
  readonly input: PagesInput | null;
  readonly page: WallPage | null;
  readonly position: { readonly index: number; readonly count: number };
  readonly rotation: Rotation['mode'];
  /** Of all slides that have something to say, due or not. */
  readonly pages: readonly WallPage[];
};

/** What concerns the picture, of all that a display may be told. */
type ShowCommand =
  | Extract<DisplayCommand, { readonly kind: 'show' }>
  | { readonly kind: 'next' | 'previous' | 'pause' | 'play' | 'calibrate' };

export type Show = {
  /** The figures, the surface and the service's time of the moment; the pages are made anew where they must. */
  readonly look: (board: Board | null, canvas: Canvas, now: number) => void;
  /** Time passes; gives back whether a page's time was over. */
  readonly pass: (milliseconds: number) => boolean;
  /** Carries out what is asked from afar or by a key, other than to load the page anew. */
  readonly command: (command: ShowCommand) => void;
  readonly toggle: (what: 'rotation' | 'calibration') => void;
  /** A page that cannot be drawn is left out until there are other figures. */
  readonly broken: (key: string) => void;
  readonly now: () => Showing;
};

/** The pages of a board in their turn. `start`: where a page that was loaded anew goes on. */
export function wallShow(
  pagesOf: (input: PagesInput) => readonly WallPage[],
  problems: Problems,
  start: Pick<Rotation, 'key' | 'mode'>,
): Show {
  let rotation: Rotation = { ...AT_FIRST, ...start };
  let input: PagesInput | null = null;
  let pages: readonly WallPage[] = [];
  let due: readonly WallPage[] = [];
  let turns: readonly Turn[] = [];
  let broken: ReadonlySet<string> = new Set();
  let calibratesFor = 0;

  const make = (next: PagesInput): void => {
    if (next.board !== input?.board) broken = new Set();
    input = next;
    try {
      pages = pagesOf(next);
    } catch (error) {
      pages = [];
      problems.note(problemWords('Pages', error));
    }
  };
  const choose = (now: number): void => {
    const zone = input?.board.display.words.timeZone ?? 'UTC';
    due = pages.filter(
      ({ key, slide }) => !broken.has(key) && (slide.kind === 'calibration' || isOn(slide.schedule, now, zone)),
    );
    turns = due.map(({ key, slide, fresh }) => ({
      key,
      slide: slide.id,
      seconds: slide.kind === 'calibration' ? CALIBRATES_FOR / 1000 : slide.seconds,
      fresh: fresh !== null,
    }));
    rotation = settle(rotation, turns);
  };

  return {
    look: (board, canvas, now) => {
      if (board === null) {
        input = null;
        pages = [];
      } else {
        const next = { board, canvas, now: Math.floor(now / PAGES_EVERY) * PAGES_EVERY };
        if (input === null || !sameInput(input, next)) make(next);
      }
      choose(now);
    },
    pass: (milliseconds) => {
      if (calibratesFor > 0) {
        calibratesFor = Math.max(0, calibratesFor - milliseconds);
        return false;
      }
      const passed = pass(rotation, turns, milliseconds);
      rotation = passed.rotation;
      return passed.between;
    },
    command: (command) => {
      switch (command.kind) {
        case 'show':
          calibratesFor = 0;
          rotation = showSlide(rotation, turns, command.slide);
          return;
        case 'next':
        case 'previous':
          calibratesFor = 0;
          rotation = step(rotation, turns, command.kind === 'next' ? 1 : -1);
          return;
        case 'pause':
          rotation = { ...rotation, mode: 'paused' };
          return;
        case 'play':
          rotation = { ...rotation, mode: 'turning' };
          return;
        case 'calibrate':
          calibratesFor = CALIBRATES_FOR;
      }
    },
    toggle: (what) => {
      if (what === 'calibration') calibratesFor = calibratesFor > 0 ? 0 : CALIBRATES_FOR;
      else rotation = { ...rotation, mode: rotation.mode === 'paused' ? 'turning' : 'paused' };
    },
    broken: (key) => {
      // The slide with which sizes are checked is no part of the round: it ends.
      if (key === CALIBRATION_PAGE.key) calibratesFor = 0;
      broken = new Set([...broken, key]);
      due = due.filter((page) => page.key !== key);
      turns = turns.filter((turn) => turn.key !== key);
      rotation = settle(rotation, turns);
    },
    now: () => ({
      input,
      page: input !== null && calibratesFor > 0 ? CALIBRATION_PAGE : (due[rotation.index] ?? null),
      position: { index: rotation.index, count: due.length },
      rotation: rotation.mode,
      pages,
    }),
  };
}

function sameInput(a: PagesInput, b: PagesInput): boolean {
  return (
    a.board === b.board &&
    a.now === b.now &&
    a.canvas.width === b.canvas.width &&
    a.canvas.height === b.canvas.height &&
    a.canvas.diagonalInches === b.canvas.diagonalInches &&
    a.canvas.distanceMetres === b.canvas.distanceMetres
  );
}
