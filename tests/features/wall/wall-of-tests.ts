import { vi } from 'vitest';
import { ApiError } from '../../../src/api/api-error.ts';
import type { Board } from '../../../src/contract/board.ts';
import type { Beat, BeatAnswer, DisplayCommand, Pairing, WallEvent } from '../../../src/contract/displays.ts';
import type { WallSlide } from '../../../src/contract/wall-slides.ts';
import { startWall, type Wall } from '../../../src/features/wall/wall-engine.ts';
import { NO_NOTES, type WallNotes } from '../../../src/features/wall/wall-notes.ts';
import type { Kept } from '../../../src/features/wall/wall-store.ts';
import type { WallView } from '../../../src/features/wall/wall-view.ts';
import type { WallWorld } from '../../../src/features/wall/wall-world.ts';

/** Monday 16 November 2026, 08:00 in Madrid. */
export const NOW = Date.parse('2026-11-16T07:00:00Z');
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const slide = (id: string, more: Partial<Pick<WallSlide, 'seconds' | 'schedule'>> = {}): WallSlide => ({
  kind: 'dimensions',
  id,
  seconds: 20,
  schedule: null,
  ...more,
});

export function board(change: Partial<Board['display']['words']> = {}, health: Partial<Board['health']> = {}): Board {
  const observations = {
    ...{ dataVersion: 1, teams: [], from: '2026-W40', weeks: 0, series: [], restatements: [], targets: [] },
    ...{ annotations: [], withheld: [] },
  };
  return {
    display: {
      id: 'd1',
      revision: 1,
      words: {
        name: 'Dispatch',
        diagonalInches: 55,
        distanceMetres: 5,
        timeZone: 'Europe/Madrid',
        team: [],
        slides: [slide('a'), slide('b'), slide('c')],
        dim: null,
        reloadAt: '04:00',
        ...change,
      },
    },
    catalogue: {
      organisation: {
        ...{ name: 'Nordwind', timeZone: 'Europe/Madrid', locale: 'en-GB', currency: 'EUR' },
        ...{ fiscalYearStartMonth: 1, ruleProfile: 'nhs', rightFirstTimeDays: 30 },
      },
      ...{ available: [], missing: [], own: [], marks: {}, weights: {} },
    },
    teams: [],
    health: {
      ...{ dataVersion: 1, dataTo: '2026-11-15', latestWeek: '2026-W46', firstWeek: '2025-W01' },
      ...{ pipelineRanAt: null, expectedAt: null, cadenceSeconds: 604_800, empty: false, sample: false },
      ...health,
    },
    observations,
    goals: [],
    goalObservations: null,
    due: [],
  };
}

export const silence = (path = '/api/wall/beat'): ApiError => new ApiError(path, { kind: 'network' });
export const refusal = (code: 'not-signed-in' | 'too-many-tries', retryAfter?: number): ApiError =>
  new ApiError('/api/wall/beat', {
    kind: 'service',
    status: 401,
    error: { code, message: 'In words.', reference: 'REF' },
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });

/** A service and a machine that a test changes while the wall runs. */
export type TestWorld = {
  readonly wall: Wall;
  /** How the service answers from now on. */
  service: {
    /** `held`: it is answered when `release` is called, with the time at which it was asked. */
    beat: 'answers' | 'silent' | 'hangs' | 'held' | 'unpaired' | 'unreadable';
    board: 'answers' | 'silent';
    pairing: Pairing | ApiError | null;
    build: string;
    /** How far its clock is before the test's. */
    ahead: number;
    content: Board;
    tag: string;
    command: { readonly id: number; readonly what: DisplayCommand } | null;
    trouble: BeatAnswer['trouble'];
    nextPollSeconds: number;
  };
  machine: {
    served: 'this' | 'other' | 'unknown';
    storage: 'works' | 'closed';
    broken: boolean;
    /** Slides that have nothing to say. */
    silent: readonly string[];
  };
  readonly beats: readonly Beat[];
  readonly asked: readonly string[];
  readonly tags: ReadonlyArray<string | null>;
  readonly reloads: readonly number[];
  readonly kept: () => Kept | null;
  readonly notes: () => WallNotes;
  /** How often the page was asked which build the service hands out. */
  readonly compared: () => number;
  readonly release: () => void;
  readonly streams: { opened: () => void; event: (event: WallEvent) => void; open: boolean };
  /** Time passes, in milliseconds. */
  readonly pass: (milliseconds: number) => Promise<void>;
};

export type Before = { readonly kept?: Kept | null; readonly notes?: WallNotes; readonly script?: string };

/** Starts a wall on a clock of the test; `vi.useFakeTimers` has to be on. */
export async function openWall(
  before: Before = {},
  prepare: (world: TestWorld) => void = () => undefined,
): Promise<TestWorld> {
  const beats: Beat[] = [];
  const asked: string[] = [];
  const tags: Array<string | null> = [];
  const reloads: number[] = [];
  let compared = 0;
  let release = (): void => undefined;
  let kept = before.kept ?? null;
  let notes = before.notes ?? { ...NO_NOTES, build: { script: '/assets/index-1.js', id: 'build-1' } };
  const service: TestWorld['service'] = {
    ...{ beat: 'answers', board: 'answers', pairing: null, build: 'build-1', ahead: 0 },
    ...{ content: board(), tag: '"1"', command: null, trouble: null, nextPollSeconds: 60 },
  };
  const machine: TestWorld['machine'] = { served: 'this', storage: 'works', broken: false, silent: [] };
  const streams: TestWorld['streams'] = { opened: () => undefined, event: () => undefined, open: false };
  const hang = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(silence())));
  const world: WallWorld = {
    requests: {
      pair: (_, signal) => {
        asked.push('pair');
        if (service.pairing === null) return hang(signal);
        return service.pairing instanceof ApiError ? Promise.reject(service.pairing) : Promise.resolve(service.pairing);
      },
      beat: (body, signal) => {
        asked.push('beat');
        beats.push(body);
        if (service.beat === 'hangs') return hang(signal);
        if (service.beat === 'silent') return Promise.reject(silence());
        if (service.beat === 'unpaired') return Promise.reject(refusal('not-signed-in'));
        if (service.beat === 'unreadable')
          return Promise.reject(new ApiError('/api/wall/beat', { kind: 'parse', status: 200, where: 'now' }));
        const answer = {
          now: new Date(Date.now() + service.ahead).toISOString(),
          build: service.build,
          dataVersion: service.content.health.dataVersion,
          revision: service.content.display.revision,
          nextPollSeconds: service.nextPollSeconds,
          command: service.command,
          trouble: service.trouble,
        };
        if (service.beat !== 'held') return Promise.resolve(answer);
        return new Promise((resolve) => {
          release = () => resolve(answer);
        });
      },
      board: (tag) => {
        asked.push('board');
        tags.push(tag);
        if (service.board === 'silent') return Promise.reject(silence('/api/wall/board'));
        if (tag === service.tag) return Promise.resolve({ kind: 'same' });
        return Promise.resolve({ kind: 'new', value: service.content, tag: service.tag });
      },
    },
    store: () => ({
      read: () => Promise.resolve(kept),
      writeBoard: (next) => {
        kept = { shape: 1, heardAt: kept?.heardAt ?? new Date(NOW).toISOString(), ...next };
        return Promise.resolve();
      },
      writeHeard: (heardAt) => {
        if (kept !== null) kept = { ...kept, heardAt };
        return Promise.resolve();
      },
      clear: () => {
        kept = null;
        return Promise.resolve();
      },
    }),
    notes: {
      read: () => notes,
      write: (next) => {
        if (machine.storage === 'closed') return false;
        notes = next;
        return true;
      },
    },
    reading: () => ({ wall: Date.now(), steady: performance.now() }),
    chance: () => 0.5,
    stream: (on) => {
      Object.assign(streams, on);
      return {
        keepOpen: () => {
          streams.open = true;
        },
        close: () => {
          streams.open = false;
        },
      };
    },
    size: () => ({ width: 1920, height: 1080, ratio: 1 }),
    motion: () => 'full',
    files: {
      script: before.script ?? '/assets/index-1.js',
      served: () => {
        compared += 1;
        return Promise.resolve(
          machine.served === 'other' ? { kind: 'other', files: '/assets/index-2.js' } : { kind: machine.served },
        );
      },
      reload: () => reloads.push(Date.now()),
    },
    pages: (input) => {
      if (machine.broken) throw new Error('no pages');
      const speaking = input.board.display.words.slides.filter(({ id }) => !machine.silent.includes(id));
      return speaking.map((each) => ({ key: `${each.id}/1`, slide: each, fresh: null }));
    },
  };
  const made: Omit<TestWorld, 'wall'> = {
    ...{ service, machine, beats, asked, tags, reloads, streams },
    kept: () => kept,
    compared: () => compared,
    release: () => release(),
    notes: () => notes,
    pass: async (milliseconds) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
    },
  };
  prepare(made as TestWorld);
  const wall = startWall(world);
  await vi.advanceTimersByTimeAsync(0);
  return { ...made, wall };
}

type Page = Extract<WallView, { kind: 'page' }>;

/** The page that a wall shows; anything else fails the test. */
export function pageOf({ wall }: TestWorld): Page {
  const view = wall.view();
  if (view.kind !== 'page') throw new Error(`The wall shows ${JSON.stringify(view)}`);
  return view;
}

/** Ends a wall; one that leaves a timer behind fails its test. */
export async function closeWall({ wall }: TestWorld): Promise<void> {
  wall.stop();
  await vi.advanceTimersByTimeAsync(0);
  const left = vi.getTimerCount();
  vi.useRealTimers();
  if (left > 0) throw new Error(`The wall left ${left} timers behind`);
}
