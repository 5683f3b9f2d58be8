import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { runChild } from '../child.ts';
import type { LoadCompany, LoadedCompany } from '../company/load-company.ts';
import { launch, open, type Opened } from '../page/browser.ts';
import type { Part } from '../part-types.ts';
import { PORTS, startService } from '../service.ts';
import { bringIn, ownIndicators } from './own-indicators.ts';

const TEAMS = 200;
const INDICATORS = 40;
const STEPS = 12;
/** By then the page is idle, as when the first measure has been talked about. */
const SETTLE_MS = 4_000;
const STEP_MS = 1_500;
const WAIT_MS = 60_000;
const STEP = 'kept:step';
const FOCUS = 'kept:review';

/** Milliseconds from the navigation to the focus of the first measure, painted. */
const openReview = async ({ page }: Opened, origin: string): Promise<number> => {
  await page.goto(`${origin}/review`, { waitUntil: 'commit' });
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, FOCUS, {
    timeout: WAIT_MS,
    polling: 50,
  });
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN, FOCUS);
};

/** Milliseconds from each press of `j` to the painted frame with the next measure. */
const stepThrough = async (page: Page): Promise<readonly number[]> => {
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press('j');
    await page.waitForTimeout(STEP_MS);
  }
  return page.evaluate((name) => performance.getEntriesByName(name).map(({ duration }) => duration), STEP);
};

const visit = async (browser: Browser, origin: string) => {
  const opened = await open(browser, 'slowed');
  try {
    const shown = await openReview(opened, origin);
    await opened.page.waitForTimeout(SETTLE_MS);
    return { shown, steps: await stepThrough(opened.page) };
  } finally {
    await opened.context.close();
  }
};

/** The review of a large organisation: opening it, and stepping to the next measure. */
export const reviewPart: Part = {
  name: 'review',
  title: 'The weekly review in the browser',
  run: async ({ folder, runs, say }) => {
    await build({ logLevel: 'warn' });
    const now = Date.now();
    const company: LoadCompany = { folder: join(folder, 'many'), now, teams: TEAMS };
    await runChild<LoadedCompany>('company/load-company.ts', company);
    const service = await startService(company.folder, PORTS.manyTeams);
    const browser = await launch();
    try {
      const catalogue = (await (await fetch(`${service.origin}/api/catalogue`)).json()) as {
        readonly available: readonly string[];
      };
      const teams = Array.from({ length: TEAMS }, (_, index) => `team-${String(index).padStart(3, '0')}`);
      const own = Math.max(1, INDICATORS - catalogue.available.length);
      for (const file of ownIndicators(own, teams, now)) await bringIn(service.origin, file);
      say(`${catalogue.available.length} computed indicators and ${own} of its own`);
      const visits: Array<Awaited<ReturnType<typeof visit>>> = [];
      for (let run = 0; run <= runs; run += 1) {
        const one = await visit(browser, service.origin);
        /* The first one warms machine and service. */
        if (run > 0) visits.push(one);
        say(`run ${run}: open after ${Math.round(one.shown)} ms, steps ${one.steps.map(Math.round).join(' ')} ms`);
      }
      return {
        how: [
          `A company of ${TEAMS} teams and ${INDICATORS} indicators; headless Chromium, 1440 px wide, 4× CPU throttle, 10 Mbit/s with 40 ms. A new profile for each run opens the review of the latest week; then \`j\` ${STEPS} times, from the press of the key to the painted frame.`,
        ],
        measured: [
          {
            what: 'review opened: first measure painted',
            unit: 'ms',
            decimals: 0,
            runs: visits.map(({ shown }) => shown),
          },
          {
            what: 'next measure painted',
            unit: 'ms',
            decimals: 0,
            runs: visits.flatMap(({ steps }) => steps),
            aim: { most: 100 },
          },
        ],
      };
    } finally {
      await browser.close();
      await service.stop();
    }
  },
};
