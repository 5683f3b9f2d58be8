import { saidBy, waitOf } from '../../api/api-error.ts';
import { isUnpaired, isUnreadable } from '../../api/wall-requests.ts';
import type { Board } from '../../contract/board.ts';
import type { Beat, BeatAnswer, Pairing, WallEvent } from '../../contract/displays.ts';
import { ANSWER_WITHIN, hear, hearingAt, miss, pollWait, UNHEARD, type Heard } from '../../domain/wall-hearing.ts';
import { advanceTimeline, serviceNow, skewSeconds, startTimeline, type ServiceClock } from '../../domain/wall-time.ts';
import { problemWords, type Problems } from './wall-problems.ts';
import type { WallStore } from './wall-store.ts';
import type { WallWorld } from './wall-world.ts';

type Waiting = Extract<Pairing, { state: 'waiting' }>;

/** Where a screen stands with the service. `opening`: it has not asked yet, or was not answered. */
export type Phase =
  | { readonly kind: 'opening' }
  | { readonly kind: 'pairing'; readonly waiting: Waiting | null }
  | { readonly kind: 'paired' };

/** All that is known of the service and its figures. */
export type LinkState = {
  readonly phase: Phase;
  readonly heard: Heard;
  /** null until it was heard since the page was loaded. */
  readonly clock: ServiceClock | null;
  readonly skewSeconds: number | null;
  readonly answer: BeatAnswer | null;
  /** Whether the last beat was answered, whatever became of the board after it. */
  readonly beat: 'answered' | 'unanswered';
  readonly says: string | null;
  readonly board: Board | null;
  /** The service's time, epoch milliseconds, at which it was last heard, also before this page was loaded. */
  readonly heardService: number | null;
  /** From when to when the wait until the next poll runs, as moments of the timeline. */
  readonly wait: { readonly from: number; readonly to: number };
};

export type LinkHooks = {
  readonly problems: Problems;
  /** What the screen says of itself in its next beat. */
  readonly own: () => Omit<Beat, 'hearing' | 'skewSeconds' | 'problems'>;
  /** After every poll, whatever came of it. */
  readonly polled: (outcome: 'heard' | 'missed' | 'unreadable') => void;
  /** It is none of the service's displays (any more). */
  readonly unpaired: () => void;
};

export type WallLink = {
  readonly state: () => LinkState;
  /** The moment of the timeline, as of the last look at the clocks. */
  readonly at: () => number;
  /** The service's time as well as it is known; the screen's own before it was heard. */
  readonly now: () => number;
  /** Looks at the clocks; gives back how far the timeline moved. */
  readonly tick: () => number;
  readonly soon: (milliseconds: number) => void;
  readonly stop: () => void;
};

/** Two polls are never closer than this, whatever brings them forward. */
const APART = 1000;
/** Nothing was heard since the page was loaded: it may be that the network of a booting machine is not there yet. */
const OPENING_WAIT = 5000;
/** How often the moment of being heard is kept. */
const KEEP_HEARD_EVERY = 60_000;

/**
 * The one loop of a wall: a beat, then the board by its tag; the service names the wait. One request is in flight, ended when
 * it takes too long; events bring the next beat forward. It goes on for as long as the page lives, whatever fails.
 */
export function openLink(world: WallWorld, store: WallStore, hooks: LinkHooks): WallLink {
  let timeline = startTimeline(world.reading());
  let state: LinkState = {
    phase: { kind: 'opening' },
    heard: UNHEARD,
    clock: null,
    skewSeconds: null,
    answer: null,
    beat: 'unanswered',
    says: null,
    board: null,
    heardService: null,
    wait: { from: 0, to: 0 },
  };
  let tag: string | null = null;
  let keptHeardAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flight: AbortController | null = null;
  let again = false;
  let startedAt = Number.NEGATIVE_INFINITY;
  let life: 'open' | 'over' = 'open';
  const isOver = (): boolean => life === 'over';
  const isAskedAgain = (): boolean => again;
  /** Whether the beat of the poll that runs was answered, whatever becomes of the board after it. */
  let answered: LinkState['beat'] = 'unanswered';

  const set = (next: Partial<LinkState>): void => {
    state = { ...state, ...next };
  };
  const look = (): number => {
    const before = timeline.at;
    timeline = advanceTimeline(timeline, world.reading(), state.skewSeconds);
    if (timeline.clock === 'set-right') set({ skewSeconds: 0 });
    return timeline.at - before;
  };
  const plan = (wait: number): void => {
    clearTimeout(timer);
    const apart = Math.max(wait, startedAt + APART - timeline.at, 0);
    set({ wait: { from: timeline.at, to: timeline.at + apart } });
    timer = setTimeout(() => void poll(), apart);
  };
  const soon = (milliseconds: number): void => {
    if (isOver()) return;
    if (flight !== null) again = true;
    else if (timeline.at + milliseconds < state.wait.to) plan(milliseconds);
  };
  /** Runs a request and ends it when its time is over. */
  const within = async <T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const controller = new AbortController();
    flight = controller;
    const limit = setTimeout(() => controller.abort(), ANSWER_WITHIN);
    try {
      return await run(controller.signal);
    } finally {
      clearTimeout(limit);
    }
  };
  const stream = world.stream({
    opened: () => soon(world.chance() * APART),
    event: (event) => {
      if (isNews(event, state.answer, hooks.own().commandSeen) || hearingAt(state.heard, timeline.at) !== 'live')
        soon(world.chance() * APART);
    },
  });

  const pair = async (): Promise<number | null> => {
    const { width, height } = hooks.own();
    const answer = await within((signal) => world.requests.pair({ width, height }, signal));
    if (isOver()) return null;
    look();
    if (answer.state === 'paired') {
      set({ phase: { kind: 'paired' }, heard: UNHEARD });
      return 0;
    }
    set({
      phase: { kind: 'pairing', waiting: answer },
      clock: { service: Date.parse(answer.now), at: timeline.at },
      heard: hear(timeline.at, answer.nextPollSeconds),
    });
    return null;
  };

  const beat = async (): Promise<void> => {
    const told = hooks.problems.now();
    const before = timeline.at;
    const body: Beat = {
      ...hooks.own(),
      hearing: hearingAt(state.heard, timeline.at),
      skewSeconds: state.skewSeconds,
      problems: [...told],
    };
    const answer = await within((signal) => world.requests.beat(body, signal));
    if (isOver()) return;
    look();
    if (timeline.jumped > 0) {
      // The machine slept while it was under way: it says what time it was then.
      again = true;
      throw new Error('The machine slept while it asked.');
    }
    hooks.problems.told(told);
    answered = 'answered';
    const service = Date.parse(answer.now);
    set({
      phase: { kind: 'paired' },
      beat: 'answered',
      answer,
      clock: { service, at: timeline.at },
      skewSeconds: skewSeconds(timeline.last.wall, service, timeline.at - before),
    });
    const tagged = await within((signal) => world.requests.board(tag, signal));
    if (isOver()) return;
    look();
    if (tagged.kind === 'new') {
      tag = tagged.tag;
      set({ board: tagged.value });
      void store.writeBoard({ board: tagged.value, tag });
    }
    set({ heard: hear(timeline.at, answer.nextPollSeconds), heardService: service, says: null });
    stream.keepOpen();
    if (timeline.at - keptHeardAt < KEEP_HEARD_EVERY && tagged.kind === 'same') return;
    keptHeardAt = timeline.at;
    void store.writeHeard(answer.now);
  };

  const forget = (): void => {
    stream.close();
    tag = null;
    keptHeardAt = Number.NEGATIVE_INFINITY;
    set({
      phase: { kind: 'pairing', waiting: null },
      heard: UNHEARD,
      answer: null,
      beat: 'unanswered',
      says: null,
      board: null,
      heardService: null,
      skewSeconds: null,
    });
    void store.clear();
    hooks.unpaired();
  };

  const poll = async (): Promise<void> => {
    if (isOver() || flight !== null) return;
    clearTimeout(timer);
    look();
    startedAt = timeline.at;
    again = false;
    answered = 'unanswered';
    let outcome: 'heard' | 'missed' | 'unreadable' = 'heard';
    let wait: number | null = null;
    const pairing = state.phase.kind === 'pairing';
    try {
      if (pairing) wait = await pair();
      else await beat();
    } catch (error) {
      if (isOver()) return;
      look();
      if (!pairing && isUnpaired(error)) {
        forget();
        wait = 0;
      } else {
        outcome = isUnreadable(error) ? 'unreadable' : 'missed';
        set({ heard: miss(state.heard, timeline.at), says: saidBy(error), beat: answered });
        if (outcome === 'unreadable') hooks.problems.note(problemWords('Answer', error));
        const told = waitOf(error);
        wait = told === null ? null : told * 1000;
      }
    } finally {
      flight = null;
    }
    if (isOver()) return;
    const regular =
      state.heard.heardAt === null ? OPENING_WAIT * (0.75 + world.chance() / 2) : pollWait(state.heard, world.chance());
    plan(isAskedAgain() ? Math.min(wait ?? regular, APART) : (wait ?? regular));
    hooks.polled(outcome);
  };

  const begin = async (): Promise<void> => {
    const kept = await store.read();
    if (isOver()) return;
    // Only what is there already may be newer: the store can be slow.
    if (kept !== null) {
      tag = kept.tag;
      set({ board: kept.board, heardService: Date.parse(kept.heardAt) });
    }
    await poll();
  };
  void begin();

  return {
    soon,
    state: () => state,
    at: () => timeline.at,
    now: () => (state.clock === null ? timeline.last.wall : serviceNow(state.clock, timeline.at)),
    tick: () => {
      const moved = look();
      // A machine that slept, or a timer that the browser lost: what is on the screen is as old as that.
      if (timeline.jumped > 0 || timeline.clock === 'set-right') soon(0);
      else if (flight === null && state.wait.to > 0 && timeline.at > state.wait.to + 5 * APART) void poll();
      return moved;
    },
    stop: () => {
      life = 'over';
      clearTimeout(timer);
      flight?.abort();
      stream.close();
    },
  };
}

/** Whether an event tells what the last answer did not. */
function isNews(event: WallEvent, answer: BeatAnswer | null, commandSeen: number): boolean {
  if (answer === null) return true;
  const { dataVersion, build, revision, command } = event;
  if (dataVersion !== answer.dataVersion || build !== answer.build || revision !== answer.revision) return true;
  return command !== 0 && command !== commandSeen;
}
