import {
  mayTakeBuild,
  nightIsDue,
  remember,
  spreadOf,
  waitAfterFailure,
  type Reload,
} from '../../domain/wall-reload.ts';
import type { Problems } from './wall-problems.ts';
import type { NotesKeeper } from './wall-notes.ts';
import type { WallWorld } from './wall-world.ts';

type Wish = Pick<Reload, 'why' | 'build'>;

export type Renewal = {
  /** The service's id of this page's build; empty until it is known. */
  readonly build: () => string;
  /** A beat was answered by a service of this build. */
  readonly heard: (build: string) => void;
  /** Something was answered that this page cannot read. */
  readonly unreadable: () => void;
  readonly wish: (wish: Wish) => void;
  /** The quiet hour: called while the service answers. */
  readonly night: (
    display: { readonly id: string; readonly reloadAt: string; readonly timeZone: string },
    now: number,
  ) => void;
  /** Between two pages: what is wished is done, where it may be. */
  readonly between: (beat: 'answered' | 'unanswered') => void;
};

/**
 * When a wall loads itself anew. A build is taken only where the service hands out another page than this one, once in six
 * hours for each build, three times an hour at most, and between two pages. Nothing reloads unless the service answers with
 * a page (the browser's own error page would be the end of the wall) and the reload could be remembered. `known` is called
 * when the build of this page has become known, so that the service is told.
 */
export function renewal(world: WallWorld, notes: NotesKeeper, problems: Problems, known: () => void): Renewal {
  const own = notes.now().build;
  let build = own !== null && own.script === world.files.script ? own.id : '';
  let wish: Wish | null = null;
  let loadedAt: number | null = null;
  let asking = false;
  let begunAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;

  const settle = (id: string): void => {
    build = id;
    if (wish?.why === 'build') wish = null;
    notes.change({ build: { script: world.files.script, id } });
    known();
  };
  const wishBuild = (id: string): void => {
    if (mayTakeBuild(notes.now().reloads, id, world.reading().wall)) wish ??= { why: 'build', build: id };
    else problems.note(`Build ${id}: taken already, or too many in an hour`);
  };
  /** Asks what page the service hands out now; one question at a time. */
  const compare = async (
    answered: (served: Awaited<ReturnType<WallWorld['files']['served']>>) => void,
  ): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      answered(await world.files.served());
    } finally {
      asking = false;
    }
  };
  const carryOut = async ({ why, build: id }: Wish): Promise<void> => {
    // It is on its way: a page is not loaded twice while the first is still arriving.
    const { steady } = world.reading();
    if (steady - begunAt < BEGUN_WITHIN) return;
    // Where no slide is due every second is between two pages.
    if (steady - triedAt < TRY_AFTER) return;
    triedAt = steady;
    await compare((served) => {
      if (served.kind === 'unknown') return;
      wish = null;
      // Meanwhile the service has gone back to this very page.
      if (why === 'build' && served.kind === 'this') return;
      const reloads = remember(notes.now().reloads, { at: world.reading().wall, why, build: id });
      if (notes.change({ reloads })) {
        begunAt = world.reading().steady;
        world.files.reload();
      } else problems.note('Not loaded anew: this browser keeps nothing over a reload');
    });
  };

  return {
    build: () => build,
    heard: (id) => {
      if (id === build) return;
      void compare((served) => {
        if (served.kind === 'this') settle(id);
        else if (served.kind === 'other') wishBuild(id);
      });
    },
    unreadable: () =>
      void compare((served) => {
        if (served.kind === 'other') wishBuild(served.files);
      }),
    wish: (next) => {
      wish = next;
      triedAt = Number.NEGATIVE_INFINITY;
    },
    night: (display, now) => {
      loadedAt ??= now;
      if (wish === null && nightIsDue({ ...display, spread: spreadOf(display.id) }, loadedAt, now))
        wish = { why: 'night', build: null };
    },
    between: (beat) => {
      if (wish !== null && (beat === 'answered' || wish.build?.startsWith('/') === true)) void carryOut(wish);
    },
  };
}

/**
 * Loads a page anew that failed as a whole: after a wait that grows with each failure, and only once the service answers.
 * Without a memory for its reloads it waits as long as it ever would.
 */
export function renewAfterFailure(
  world: Pick<WallWorld, 'files' | 'reading'>,
  notes: NotesKeeper,
  longest = 30 * 60_000,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const now = world.reading().wall;
  const reloads = remember(notes.now().reloads, { at: now, why: 'failure', build: null });
  const attempt = async (): Promise<void> => {
    const served = await world.files.served();
    if (served.kind === 'unknown') timer = setTimeout(() => void attempt(), RETRY);
    else world.files.reload();
  };
  const wait = waitAfterFailure(notes.now().reloads, now);
  const kept = notes.change({ reloads });
  timer = setTimeout(() => void attempt(), kept ? wait : longest);
  return () => clearTimeout(timer);
}

const RETRY = 10_000;
const BEGUN_WITHIN = 600_000;
const TRY_AFTER = 60_000;
