import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { runChild } from '../child.ts';
import type { LoadCompany, LoadedCompany } from '../company/load-company.ts';
import { launch, open } from '../page/browser.ts';
import { switchInApp } from '../page/switches.ts';
import type { Part } from '../part-types.ts';
import { bringIn } from '../review/own-indicators.ts';
import { PORTS, startService } from '../service.ts';
import { GOALS_PER_TEAM, teamGoals } from './team-goals.ts';

const TEAMS = 200;
const SWITCHES = 12;
const SETTLE_MS = 4_000;
/** By then the forecasts of the team have been simulated, and whatever held the page up has been recorded. */
const FORECAST_MS = 2_500;
const WAIT_MS = 60_000;
const DRAWN = 'kept:goals';

/** As `spread-over-teams.ts` calls them: ids count from zero, names from one. */
const idOf = (place: number): string => `team-${String(place).padStart(3, '0')}`;
const nameOf = (place: number): string => `Team ${place + 1}`;
const placeOf = (run: number): number => 100 + 7 * run;

/** Keeps the length of every task that held the main thread for more than 50 ms, and when it began. */
const recordLongTasks = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const held: Array<{ readonly at: number; readonly ms: number }> = [];
    Reflect.set(window, 'heldTasks', held);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) held.push({ at: startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
  });
};

/** The longest task after the last switch was painted: the forecasts' own. 0 where none held the page for 50 ms. */
const longestAfterSwitch = async (page: Page): Promise<number> =>
  page.evaluate(() => {
    const last = performance.getEntriesByName('kept:team-switch').at(-1);
    const painted = last === undefined ? 0 : last.startTime + last.duration;
    const held = Reflect.get(window, 'heldTasks') as ReadonlyArray<{ readonly at: number; readonly ms: number }>;
    return Math.max(0, ...held.filter(({ at }) => at >= painted).map(({ ms }) => ms));
  });

const visit = async (browser: Browser, origin: string) => {
  const opened = await open(browser, 'slowed');
  const { page } = opened;
  try {
    await recordLongTasks(page);
    await page.goto(`${origin}/goals?team=${idOf(placeOf(SWITCHES))}`, { waitUntil: 'commit' });
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, DRAWN, {
      timeout: WAIT_MS,
      polling: 50,
    });
    const shown = await page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN, DRAWN);
    await page.waitForTimeout(SETTLE_MS);
    const switches: number[] = [];
    const held: number[] = [];
    for (let run = 0; run < SWITCHES; run += 1) {
      switches.push(await switchInApp(page, nameOf(placeOf(run)), 'rests'));
      await page.waitForTimeout(FORECAST_MS);
      held.push(await longestAfterSwitch(page));
    }
    return { shown, switches, held };
  } finally {
    await opened.context.close();
  }
};

/** The goals of a team: opening them, switching to another team's, and what their forecasts hold up. */
export const goalsPart: Part = {
  name: 'goals',
  title: 'Goals of a team in the browser',
  run: async ({ folder, runs, say }) => {
    await build({ logLevel: 'warn' });
    const now = Date.now();
    const company: LoadCompany = { folder: join(folder, 'many'), now, teams: TEAMS };
    await runChild<LoadedCompany>('company/load-company.ts', company);
    const service = await startService(company.folder, PORTS.manyTeams);
    const browser = await launch();
    try {
      const teams = Array.from({ length: SWITCHES + 1 }, (_, run) => idOf(placeOf(run)));
      await bringIn(service.origin, { kind: 'goals', text: teamGoals(teams, now) });
      const visits: Array<Awaited<ReturnType<typeof visit>>> = [];
      for (let run = 0; run <= runs; run += 1) {
        const one = await visit(browser, service.origin);
        /* The first one warms machine and service. */
        if (run > 0) visits.push(one);
        say(
          `run ${run}: open after ${Math.round(one.shown)} ms, switches ${one.switches.map(Math.round).join(' ')} ms, held ${one.held.map(Math.round).join(' ')} ms`,
        );
      }
      return {
        how: [
          `A company of ${TEAMS} teams, ${GOALS_PER_TEAM} goals for each team in view; headless Chromium, 1440 px wide, 4× CPU throttle, 10 Mbit/s with 40 ms. A new profile for each run opens the goals of a team, then switches to ${SWITCHES} others: the pointer rests on the team's name, then chooses it.`,
          'A switch counts from the choice to the painted rows; the forecasts (1,000 simulated routes for each goal) fill in after it. Longest task: of all that held the main thread for more than 50 ms after the rows were painted, and 0 where none did.',
        ],
        measured: [
          { what: 'goals opened: rows painted', unit: 'ms', decimals: 0, runs: visits.map(({ shown }) => shown) },
          {
            what: `team switch with ${GOALS_PER_TEAM} goals`,
            unit: 'ms',
            decimals: 0,
            runs: visits.flatMap(({ switches }) => switches),
            aim: { most: 150 },
          },
          {
            what: `longest task while ${GOALS_PER_TEAM} × 1,000 routes are simulated`,
            unit: 'ms',
            decimals: 0,
            runs: visits.flatMap(({ held }) => held),
            aim: { most: 50 },
          },
        ],
      };
    } finally {
      await browser.close();
      await service.stop();
    }
  },
};
