import { setTimeout as wait } from 'node:timers/promises';
import { TIME_ZONE } from '../service.ts';
import { installDriver, type Counts, type Driver, type RunOrder } from './driver.ts';
import { startFront } from './front.ts';
import { measure, megabytes, middleOf, type Held } from './measure.ts';
import { codeOn, command, pair, slideOn } from './people.ts';
import { EDGE_HOURS, happenings, type Amounts, type Happening } from './schedule.ts';
import { openTab, type Tab } from './tab.ts';
import { startSoakService, type SoakService } from './soak-service.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PAIRING_TRIES = 12;
const REAL_WAIT_MS = 30_000;
const LOOKS = 3;
/**
 * A display has been on for a day like the others, without new builds, before the first hours that are compared: in it
 * Chromium takes once what it never gives back (caches, compiled code, pages of its allocators that are never wholly free
 * again), whatever page is open.
 */
const WARM_UP = DAY;

/**
 * On a wall, which is idle nearly always, V8 collects garbage within seconds (its memory reducer). Hurried through, it is
 * never idle, held five times as much between two collections, and what lived on lay scattered over as many pages.
 */
const COLLECT_EVERY = 10 * MINUTE;

export type StretchInput = {
  readonly dataFolder: string;
  /** Folders of builds, in their order (`layBuild`). */
  readonly roots: readonly string[];
  readonly begin: number;
  readonly amounts: Amounts;
  /** `never`: the page itself is not handed out after it was loaded once, so that no wall loads itself anew. */
  readonly reloads: 'as-they-come' | 'never';
  readonly say: (words: string) => void;
};

export type StretchResult = {
  /** An hour after it was switched on. */
  readonly cold: Held;
  /** At the end of each of the first `EDGE_HOURS`, and of the last. */
  readonly first: readonly Held[];
  readonly last: readonly Held[];
  readonly counts: Counts;
  readonly loads: number;
  readonly happened: Readonly<Record<Happening['kind'], number>>;
  /** Failures of the page, and wrong states, in words; the first of each kind. */
  readonly failures: readonly string[];
  readonly realSeconds: number;
};

const zeroCounts = (): Counts => ({
  ...{ seconds: 0, live: 0, beats: 0, boards: 0, missed: 0, events: 0, wrongLive: 0, wrongClock: 0, pages: 0 },
});
const added = (sum: Counts, more: Counts): Counts =>
  Object.fromEntries(Object.entries(sum).map(([name, value]) => [name, value + more[name as keyof Counts]])) as Counts;

/** Waits in real time, by asking from outside: timers of the page stand still. While it is loaded anew there is nobody to ask. */
const comes = async (tab: Tab, there: () => boolean): Promise<void> => {
  const since = performance.now();
  while ((await tab.call(there, null).catch(() => false)) !== true) {
    if (performance.now() - since > REAL_WAIT_MS) {
      const shown = await tab.call(() => document.body.innerHTML.slice(0, 400), null);
      throw new Error(`It did not come: ${there.toString()}; the screen has ${shown ?? 'nothing'}`);
    }
    await wait(5);
  }
};

/** A display with its service over some days at accelerated time. */
export const runStretch = async (input: StretchInput): Promise<StretchResult> => {
  const { dataFolder, roots, begin, amounts, reloads, say } = input;
  const started = performance.now();
  const switchedOn = begin - WARM_UP;
  let now = switchedOn;
  const clock = (): number => now;
  const hear = (at: number): void => {
    now = Math.max(now, at);
  };
  const front = await startFront(hear);
  let build = 0;
  let service: SoakService | null = null;
  const startService = async (): Promise<void> => {
    service = await startSoakService(dataFolder, roots[build] ?? '', clock);
    front.serve(service.url);
  };
  const stopService = async (): Promise<void> => {
    front.serve(null);
    await service?.stop();
    service = null;
  };
  await startService();
  const failures = new Map<string, number>();
  const early = `globalThis.__name = (named) => named; (${installDriver.toString()})(${JSON.stringify({ begin: switchedOn, timeZone: TIME_ZONE, slackSeconds: 5 })})`;
  const tab = await openTab(early, (words) => failures.set(words, (failures.get(words) ?? 0) + 1));
  try {
    const wrong: string[] = [];
    let counts = zeroCounts();
    let loads = 0;
    let seen: Counts = zeroCounts();
    let held = false;
    let eventsDue = 0;

    const loaded = async (): Promise<void> => {
      loads += 1;
      eventsDue = 0;
      seen = zeroCounts();
      await comes(tab, () => document.querySelector('main') !== null);
      /* It waits for an answer before it draws; that one is real. */
      await wait(300);
    };
    const runTo = async (until: number): Promise<void> => {
      const order: RunOrder = { until, held, events: eventsDue };
      const stretch = await tab.call(async (given) => {
        const driver = Reflect.get(window, 'soak') as Driver;
        return { ...(await driver.run(given)), counts: driver.counts };
      }, order);
      if (stretch !== null) {
        seen = stretch.counts;
        now = Math.max(now, stretch.at);
        for (const words of stretch.told) if (wrong.length < 40) wrong.push(words);
        if (stretch.ended !== 'loading') return;
      }
      counts = added(counts, seen);
      await comes(tab, () => Reflect.has(window, 'soak') && !(Reflect.get(window, 'soak') as Driver).leaving());
      await loaded();
      await runTo(until);
    };
    let collected = now;
    const advance = async (until: number): Promise<void> => {
      while (collected + COLLECT_EVERY < until) {
        collected += COLLECT_EVERY;
        await runTo(collected);
        await tab.send('HeapProfiler.collectGarbage');
      }
      await runTo(until);
    };

    await tab.send('Page.navigate', { url: `${front.origin}/wall` });
    await loaded();
    let code: string | null = null;
    for (let tries = 0; code === null; tries += 1) {
      if (tries === PAIRING_TRIES) throw new Error('No code to pair it with comes to the screen.');
      await advance(now + 5 * SECOND);
      code = await codeOn(tab);
    }
    const display = await pair(front.origin, code);
    await advance(now + 30 * SECOND);
    await comes(tab, () => document.querySelector('[data-hearing]') !== null);
    if (reloads === 'never') {
      /* Its worker keeps the page first, as it would on a wall. */
      await advance(now + 15 * SECOND);
      await wait(500);
      front.handOutPage(false);
    }

    /** Always on the same page of the same slide, which stays for it: what other pages hold is none of the difference. */
    const measured = async (): Promise<Held> => {
      for (let tries = 0; tries < 10; tries += 1) {
        await command(front.origin, display, { kind: 'show', slide: 'measured' });
        await advance(now + 5 * SECOND);
        await command(front.origin, display, { kind: 'pause' });
        await advance(now + 70 * SECOND);
        if ((await slideOn(front.origin, display)) === 'measured') break;
        if (tries === 9) throw new Error('The display does not show the slide on which it is measured.');
        await command(front.origin, display, { kind: 'play' });
        await advance(now + 70 * SECOND);
      }
      const looks: Held[] = [];
      for (let look = 0; look < LOOKS; look += 1) {
        looks.push(await measure(tab));
        await advance(now + 20 * SECOND);
      }
      const holds = middleOf(looks);
      await command(front.origin, display, { kind: 'play' });
      await advance(now + 5 * SECOND);
      return holds;
    };

    const happened: Record<Happening['kind'], number> = {
      ...{ update: 0, away: 0, restart: 0, build: 0, 'power-cut': 0, skew: 0 },
    };
    const carryOut = async (one: Happening): Promise<Happening | null> => {
      happened[one.kind] += 1;
      switch (one.kind) {
        case 'update':
          await service?.update();
          if (front.streams() > 0) eventsDue = seen.events + 1;
          return null;
        case 'away':
          front.be(one.how);
          held = one.how === 'silent';
          return one;
        case 'restart':
          await stopService();
          return one;
        case 'build':
          build += 1;
          await stopService();
          await startService();
          return null;
        case 'power-cut':
          counts = added(counts, seen);
          await tab.send('Page.reload');
          await comes(tab, () => Reflect.has(window, 'soak') && !(Reflect.get(window, 'soak') as Driver).leaving());
          await loaded();
          return null;
        case 'skew':
          await tab.call(
            (milliseconds) => (Reflect.get(window, 'soak') as Driver).setSkew(milliseconds),
            one.milliseconds,
          );
          return null;
      }
    };
    const backAgain = async ({ kind }: Happening): Promise<void> => {
      if (kind === 'restart') await startService();
      else front.be(null);
      held = false;
    };

    const end = begin + amounts.days * DAY;
    let pending: { readonly at: number; readonly one: Happening } | null = null;
    const reach = async (at: number): Promise<void> => {
      if (pending !== null && pending.at <= at) {
        const { at: back, one } = pending;
        pending = null;
        if (back > now) await advance(back);
        await backAgain(one);
      }
      if (at > now) await advance(at);
    };
    const report = (what: string, holds: Held): void => {
      say(
        `${reloads}: ${what} after ${Math.round((performance.now() - started) / 1000)} s, heap ${megabytes(holds.heapBytes, 1)}, process ${megabytes(holds.processBytes, 1)}, given out ${megabytes(holds.givenOutBytes, 1)}, ${loads} loads`,
      );
    };
    let cold: Held | null = null;
    /* At the end of each of the first hours, then of the last. */
    const looks: Held[] = [];
    const hours = Array.from({ length: EDGE_HOURS }, (_, place) => (place + 1) * HOUR);
    const lookAt = [...hours.map((hour) => begin + hour), ...hours.map((hour) => end - EDGE_HOURS * HOUR + hour)];
    const lookUntil = async (until: number): Promise<void> => {
      for (let at = lookAt[looks.length]; at !== undefined && at <= until; at = lookAt[looks.length]) {
        await reach(at);
        const holds = await measured();
        looks.push(holds);
        report(`look ${looks.length}`, holds);
      }
    };
    let daysSeen = 0;
    for (const one of happenings(begin, amounts, { seed: 20261201, warmUp: WARM_UP })) {
      if (cold === null && one.at > switchedOn + HOUR) {
        await reach(switchedOn + HOUR);
        cold = await measured();
      }
      await lookUntil(one.at);
      const day = Math.floor((one.at - begin) / DAY);
      if (day > daysSeen) {
        daysSeen = day;
        await reach(begin + day * DAY);
        report(`day ${day}`, await measure(tab));
      }
      await reach(one.at);
      const lasting = await carryOut(one);
      if (lasting !== null && 'length' in lasting) pending = { at: lasting.at + lasting.length, one: lasting };
    }
    await lookUntil(end);
    if (cold === null) throw new Error('Its first hour was never measured.');
    counts = added(counts, seen);
    return {
      ...{ cold, first: looks.slice(0, EDGE_HOURS), last: looks.slice(EDGE_HOURS), counts, loads, happened },
      failures: [...[...failures].map(([words, times]) => `${words} (${times}×)`), ...wrong],
      realSeconds: (performance.now() - started) / 1000,
    };
  } finally {
    await tab.close();
    await front.stop();
    await (service as SoakService | null)?.stop();
  }
};
