import type { DisplayCommand } from '../../contract/displays.ts';
import { coloursAt, hearingAt } from '../../domain/wall-hearing.ts';
import { lightAt } from '../../domain/wall-schedule.ts';
import { shiftAt } from '../../domain/wall-shift.ts';
import { openLink, type LinkState, type WallLink } from './wall-link.ts';
import { NO_NOTES, notesKeeper } from './wall-notes.ts';
import { problemList, problemWords } from './wall-problems.ts';
import { renewal } from './wall-renewal.ts';
import { wallShow } from './wall-show.ts';
import { sameView, viewOf, type WallView } from './wall-view.ts';
import type { WallWorld } from './wall-world.ts';

export type WallKey = 'rotation' | 'next' | 'previous' | 'calibration' | 'keys';

export type Wall = {
  readonly view: () => WallView;
  /** Gives back the way to unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly press: (key: WallKey) => void;
  /** The machine says that something of it changed: it woke, it is online again, the window has another size. */
  readonly stirred: () => void;
  readonly resized: () => void;
  /** A page could not be drawn. */
  readonly broken: (key: string, error: unknown) => void;
  /** Something of the page failed that nobody caught. */
  readonly failed: (where: string, error: unknown) => void;
  readonly stop: () => void;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** An answer that comes at once is waited for, so that a reload does not show kept figures for the blink of an eye. */
const OPENS_WITHIN = 1500;
const KEYS_STAY = 10 * SECOND;
/** After a key or a command the service is soon told. */
const TELL_WITHIN = SECOND;

/**
 * A wall that runs: its loop with the service, its rotation, its reloads, driven by one clock that ticks every second. It is
 * apart from React, so that a year of it can be run with a clock of a test; what is to be drawn is its `view`.
 */
export function startWall(world: WallWorld): Wall {
  const problems = problemList();
  const notes = notesKeeper(world.notes);
  const show = wallShow(world.pages, problems, { key: notes.now().page, mode: notes.now().rotation });
  const renew = renewal(world, notes, problems, () => link.soon(TELL_WITHIN));
  const store = world.store(problems.note);
  const listeners = new Set<() => void>();
  let view: WallView = { kind: 'opening' };
  let keysUntil = Number.NEGATIVE_INFINITY;

  const carryOut = (command: DisplayCommand): void => {
    if (command.kind === 'show') show.command(command);
    else if (command.kind === 'reload') {
      renew.wish({ why: 'command', build: null });
      // Somebody waits for it.
      renew.between(link.state().beat);
    } else show.command({ kind: command.kind });
  };
  /** After a poll: the figures are the newest, so that a slide which somebody asks for is there. */
  const obey = ({ answer }: LinkState): void => {
    const command = answer?.command ?? null;
    if (command === null || command.id === notes.now().command) return;
    const kept = notes.change({ command: command.id });
    if (!kept && command.what.kind === 'reload') return;
    carryOut(command.what);
    link.soon(TELL_WITHIN);
  };
  const link: WallLink = openLink(world, store, {
    problems,
    own: () => {
      const { page, rotation } = show.now();
      const { width, height, ratio } = world.size();
      return {
        build: renew.build(),
        slide: page === null || page.slide.kind === 'calibration' ? null : page.slide.id,
        rotation,
        width: Math.max(1, Math.round(width)),
        height: Math.max(1, Math.round(height)),
        ratio,
        commandSeen: notes.now().command,
      };
    },
    polled: (outcome) => {
      const state = link.state();
      if (state.phase.kind === 'paired' && state.beat === 'answered' && state.answer !== null) {
        renew.heard(state.answer.build);
        look();
        obey(state);
      }
      if (outcome === 'unreadable') renew.unreadable();
      update();
    },
    unpaired: () => {
      notes.change({ page: NO_NOTES.page, rotation: NO_NOTES.rotation, command: NO_NOTES.command });
      show.command({ kind: 'play' });
    },
  });

  const canvas = () => {
    const { width, height } = world.size();
    const words = link.state().board?.display.words;
    return {
      width,
      height,
      // Before anybody has said how large it is and from where it is seen: the screen of the design.
      diagonalInches: words?.diagonalInches ?? 55,
      distanceMetres: words?.distanceMetres ?? 5,
    };
  };
  const look = (): void => show.look(link.state().board, canvas(), link.now());
  const remember = (): void => {
    const { page, rotation } = show.now();
    const key = page === null || page.slide.kind === 'calibration' ? notes.now().page : page.key;
    if (key !== notes.now().page || rotation !== notes.now().rotation) notes.change({ page: key, rotation });
  };
  /** Tells what has changed of the view. The pages are those of the last look. */
  const draw = (): void => {
    const state = link.state();
    const at = link.at();
    const now = link.now();
    const words = state.board?.display.words ?? null;
    const next = viewOf({
      ...{ state, at, now, showing: show.now(), canvas: canvas(), motion: world.motion() },
      hearing: hearingAt(state.heard, at),
      colours: coloursAt(state.heard, at),
      opens: at >= OPENS_WITHIN || state.heard.heardAt !== null || state.heard.missed > 0 ? 'now' : 'soon',
      keys: at < keysUntil ? 'shown' : 'hidden',
      light: words === null ? 1 : lightAt(words.dim, now, words.timeZone),
      shift: shiftAt(Math.floor(now / MINUTE)),
    });
    if (sameView(view, next)) return;
    view = next;
    if (state.phase.kind === 'paired' && state.board !== null) remember();
    listeners.forEach((listener) => listener());
  };
  const update = (): void => {
    look();
    draw();
  };
  const tick = (): void => {
    const moved = link.tick();
    look();
    const between = show.pass(moved);
    const { phase, beat, board } = link.state();
    // A page that cannot read the figures any more is helped by the night, too: that the service answers is enough.
    if (phase.kind === 'paired' && board !== null && beat === 'answered') {
      const { id, words } = board.display;
      renew.night({ id, reloadAt: words.reloadAt, timeZone: words.timeZone }, link.now());
    }
    if (between) renew.between(beat);
    draw();
  };
  const timer = setInterval(() => {
    try {
      tick();
    } catch (error) {
      // The next second is another chance; what went wrong is told.
      problems.note(problemWords('Tick', error));
    }
  }, SECOND);

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press: (key) => {
      if (key === 'keys') keysUntil = link.at() < keysUntil ? Number.NEGATIVE_INFINITY : link.at() + KEYS_STAY;
      else if (key === 'rotation' || key === 'calibration') show.toggle(key);
      else show.command({ kind: key });
      link.soon(TELL_WITHIN);
      update();
    },
    stirred: () => link.soon(0),
    resized: update,
    broken: (key, error) => {
      problems.note(problemWords(`Page ${key}`, error));
      show.broken(key);
      update();
    },
    failed: (where, error) => problems.note(problemWords(where, error)),
    stop: () => {
      clearInterval(timer);
      link.stop();
    },
  };
}
