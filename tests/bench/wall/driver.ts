/** What the screen's own words and attributes say at one moment; null where it says nothing of it. */
export type ScreenSays = {
  readonly hearing: string | null;
  /** `HH:MM` */
  readonly clock: string | null;
  /** Of the page that is on. */
  readonly heading: string | null;
};

/** All that was counted since the page was loaded; the runner adds the loads up. */
export type Counts = {
  seconds: number;
  /** Of them: the screen called itself live, and was right to. */
  live: number;
  beats: number;
  boards: number;
  missed: number;
  events: number;
  /** Seconds in which it called itself live although the service had not been heard in time. */
  wrongLive: number;
  /** Seconds in which the clock on the screen was another minute than the service's, though it had been heard. */
  wrongClock: number;
  /** Pages that took another's place. */
  pages: number;
};

export type Stretch = { readonly at: number; readonly ended: 'time' | 'loading'; readonly told: readonly string[] };

export type RunOrder = {
  /** Epoch milliseconds of the simulated time. */
  readonly until: number;
  /** The service holds answers back for ever: time goes on while a request is under way. */
  readonly held: boolean;
  /** Events of the service that have to arrive before time goes on; waited for a moment. */
  readonly events: number;
};

export type Driver = {
  readonly run: (order: RunOrder) => Promise<Stretch>;
  readonly at: () => number;
  /** Another page takes this one's place. */
  readonly leaving: () => boolean;
  readonly counts: Counts;
  readonly says: () => ScreenSays;
  /** Sets the computer's own clock before (+) or behind the true time, in milliseconds. */
  readonly setSkew: (milliseconds: number) => void;
};

export type DriverInput = {
  readonly begin: number;
  readonly timeZone: string;
  /** Beyond the wait that an answer promised, with its quarter of chance: an answer's time, and one look of this driver. */
  readonly slackSeconds: number;
};

/**
 * Runs in the page, before any script of it: takes the place of its clocks and timers, so that ten days take minutes, and
 * watches what the screen says, each simulated second.
 *
 * Not Playwright's own clock: that one goes on while a request is under way, so an answer of five milliseconds would take
 * simulated minutes, and it would have to be called from outside for each of 864,000 seconds. Here time stands still until
 * an answer is read. Requests carry the time to the service, whose clock follows.
 */
export const installDriver = ({ begin, timeZone, slackSeconds }: DriverInput): void => {
  const memory = sessionStorage;
  const remembered = (name: string, otherwise: number): number => Number(memory.getItem(name) ?? otherwise);
  let at = remembered('soak:at', begin);
  let skew = remembered('soak:skew', 0);
  const loadedAt = at;
  let ended: Stretch['ended'] = 'time';
  const leaving = (): boolean => ended === 'loading';

  const RealDate = Date;
  const realNow = performance.now.bind(performance);
  const realFetch = window.fetch.bind(window);
  const RealEventSource = window.EventSource;

  class SimulatedDate extends RealDate {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(at + skew);
      else super(...(given as [number]));
    }
    static override now(): number {
      return at + skew;
    }
  }
  Reflect.set(window, 'Date', SimulatedDate);
  performance.now = () => at - loadedAt;

  type Timer = { readonly call: () => void; readonly every: number | null; due: number };
  const timers = new Map<number, Timer>();
  let lastTimer = 0;
  const addTimer =
    (repeats: boolean) =>
    (handler: TimerHandler, wait?: number, ...rest: readonly unknown[]) => {
      lastTimer += 1;
      const delay = Math.max(repeats ? 1 : 0, wait ?? 0);
      const call = (): void => {
        if (typeof handler === 'function') (handler as (...args: readonly unknown[]) => void)(...rest);
      };
      timers.set(lastTimer, { call, every: repeats ? delay : null, due: at + delay });
      return lastTimer;
    };
  const dropTimer = (id?: number): void => {
    if (id !== undefined) timers.delete(id);
  };
  Object.assign(window, {
    setTimeout: addTimer(false),
    setInterval: addTimer(true),
    clearTimeout: dropTimer,
    clearInterval: dropTimer,
  });

  /** The task queue itself, which no timer of the page holds up. */
  const channel = new MessageChannel();
  const turns: Array<() => void> = [];
  channel.port1.onmessage = () => turns.shift()?.();
  const turn = async (): Promise<void> =>
    new Promise((resolve) => {
      turns.push(resolve);
      channel.port2.postMessage(0);
    });

  const counts: Counts = {
    seconds: 0,
    live: 0,
    beats: 0,
    boards: 0,
    missed: 0,
    events: 0,
    wrongLive: 0,
    wrongClock: 0,
    pages: 0,
  };
  const told: string[] = [];
  const tell = (words: string): void => {
    if (told.length < 20) told.push(`${new RealDate(at).toISOString()} ${words}`);
  };

  /* The truth, as it came over the line: when the service answered last as a whole, and what it promised. */
  let heard: { readonly at: number; readonly promisedSeconds: number } | null = null;
  let promised = 0;
  let missedSince = 0;
  let underWay = 0;

  const counted = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    underWay += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
    }
  };
  for (const name of ['text', 'json', 'arrayBuffer', 'blob'] as const) {
    const real = Reflect.get(Response.prototype, name) as (this: Response) => Promise<unknown>;
    Reflect.set(Response.prototype, name, async function (this: Response) {
      return counted(real.call(this));
    });
  }
  const promiseOf = (text: string): number | null => {
    try {
      const { nextPollSeconds } = JSON.parse(text) as { readonly nextPollSeconds?: unknown };
      return typeof nextPollSeconds === 'number' ? nextPollSeconds : null;
    } catch {
      return null;
    }
  };
  const missed = (): void => {
    counts.missed += 1;
    missedSince += 1;
  };
  window.fetch = async (input, init) =>
    counted(
      (async () => {
        const request = new Request(input, init);
        const { pathname } = new URL(request.url);
        const isBeat = pathname === '/api/wall/beat';
        const isBoard = pathname === '/api/wall/board';
        request.headers.set('x-soak-now', String(at));
        try {
          const answer = await realFetch(request);
          if (isBeat) {
            promised = (answer.ok ? promiseOf(await answer.clone().text()) : null) ?? 0;
            if (promised > 0) counts.beats += 1;
            else missed();
          }
          if (isBoard) {
            if (answer.status === 200 && !(answer.headers.get('content-type') ?? '').includes('json')) missed();
            else if (answer.ok || answer.status === 304) {
              counts.boards += 1;
              heard = { at, promisedSeconds: promised };
              missedSince = 0;
            } else missed();
          }
          return answer;
        } catch (error) {
          if (isBeat || isBoard) missed();
          throw error;
        }
      })(),
    );
  window.EventSource = class extends RealEventSource {
    constructor(url: string | URL, init?: EventSourceInit) {
      super(url, init);
      this.addEventListener('message', () => {
        counts.events += 1;
      });
    }
  };

  const wallClock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  let lastHeading: string | null = null;
  const says = (): ScreenSays => {
    const atTheEdge = [...document.querySelectorAll('svg text[text-anchor="end"]')].map(
      ({ textContent }) => textContent,
    );
    return {
      hearing: document.querySelector('[data-hearing]')?.getAttribute('data-hearing') ?? null,
      clock: atTheEdge.find((text) => /^\d\d:\d\d$/.test(text)) ?? null,
      heading: document.querySelector('h1')?.textContent ?? null,
    };
  };
  let wrongBefore = '';
  const look = (): void => {
    counts.seconds += 1;
    const { hearing, clock, heading } = says();
    if (heading !== lastHeading) {
      lastHeading = heading;
      counts.pages += 1;
    }
    const wrong: string[] = [];
    if (hearing === 'live') {
      const age = heard === null ? Infinity : (at - heard.at) / 1000;
      const allowed = heard === null ? 0 : 1.25 * heard.promisedSeconds + slackSeconds;
      if (age > allowed || missedSince > 0) {
        counts.wrongLive += 1;
        wrong.push(`live, heard ${Math.round(age)} s ago (promised ${Math.round(allowed)}), ${missedSince} missed`);
      } else counts.live += 1;
    }
    if (clock !== null && heard !== null) {
      /* One second of grace: it is drawn once a second. */
      const right = [wallClock.format(at), wallClock.format(at - 1000), wallClock.format(at + 1000)];
      if (!right.includes(clock)) {
        counts.wrongClock += 1;
        wrong.push(`clock ${clock}, the service has ${right[0] ?? ''}`);
      }
    }
    /* A wrong state is told once, however long it lasts. */
    const now = wrong.map((words) => words.slice(0, 5)).join();
    if (now !== '' && now !== wrongBefore) tell(wrong.join('; '));
    wrongBefore = now;
  };

  const fireDue = (): void => {
    for (;;) {
      let first: readonly [number, Timer] | null = null;
      for (const entry of timers)
        if (entry[1].due <= at && (first === null || entry[1].due < first[1].due)) first = entry;
      if (first === null) return;
      const [id, timer] = first;
      if (timer.every === null) timers.delete(id);
      else timer.due += timer.every;
      try {
        timer.call();
      } catch (error) {
        reportError(error);
      }
    }
  };
  const REAL_PATIENCE_MS = 20_000;
  /** Promises that wait for nothing from outside are through by then; a turn of the task queue costs a hundred times as much. */
  const PROMISES_DEEP = 12;
  const TURN_EVERY = 60;
  let secondsWithoutTurn = 0;
  const settle = async (held: boolean): Promise<void> => {
    for (let deep = 0; deep < PROMISES_DEEP; deep += 1) await Promise.resolve();
    secondsWithoutTurn += 1;
    if (underWay === 0 || held) {
      if (secondsWithoutTurn < TURN_EVERY) return;
      secondsWithoutTurn = 0;
      await turn();
    }
    const since = realNow();
    let quiet = underWay > 0 ? 0 : 3;
    while (!held && quiet < 3) {
      await turn();
      quiet = underWay > 0 ? 0 : quiet + 1;
      if (realNow() - since > REAL_PATIENCE_MS) {
        tell('an answer took more than twenty real seconds');
        return;
      }
    }
  };
  const keepTime = (): void => {
    memory.setItem('soak:at', String(at));
    memory.setItem('soak:skew', String(skew));
  };
  /* The page is about to be loaded anew: time waits for its successor. */
  Reflect.get(window, 'navigation').addEventListener('navigate', () => {
    ended = 'loading';
    keepTime();
  });

  const EVENT_PATIENCE_MS = 60;
  const driver: Driver = {
    at: () => at,
    leaving,
    counts,
    says,
    setSkew: (milliseconds) => {
      skew = milliseconds;
    },
    run: async ({ until, held, events }) => {
      const since = realNow();
      while (counts.events < events && realNow() - since < EVENT_PATIENCE_MS) await turn();
      while (at < until && !leaving()) {
        at = Math.min(until, at + 1000);
        fireDue();
        await settle(held);
        if (!leaving()) look();
      }
      keepTime();
      return { at, ended, told: told.splice(0) };
    },
  };
  Reflect.set(window, 'soak', driver);
};
