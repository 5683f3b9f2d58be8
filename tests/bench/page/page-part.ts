import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { runChild } from '../child.ts';
import type { LoadCompany, LoadedCompany } from '../company/load-company.ts';
import type { Measured, Part } from '../part-types.ts';
import { PORTS, startService } from '../service.ts';
import { pairwise } from '../statistics.ts';
import { bytesOf, heapOf, launch, open, readLoad, type Load } from './browser.ts';
import { captureFloor, type Scope } from './capture-floor.ts';
import { serveFloor } from './serve-floor.ts';
import { switchInApp, switchInFloor } from './switches.ts';

const SCOPES: readonly Scope[] = [
  { id: null, name: 'All teams' },
  { id: 'depot-north', name: 'Depot North' },
  { id: 'depot-harbour', name: 'Depot Harbour' },
  { id: 'depot-hills', name: 'Depot Hills' },
  { id: 'depot-south', name: 'Depot South' },
  { id: 'depot-valley', name: 'Depot Valley' },
  { id: 'region-north', name: 'Region North' },
];
const MANY_TEAMS = 200;
const SWITCHES = 12;
const HEAP_AFTER = [20, 200] as const;
/** By then the page is idle: interactive charts and font have come. */
const SETTLE_MS = 4_000;

type Visit = { readonly cold: Load; readonly warm: Load; readonly switches: readonly number[]; readonly bytes: number };

/** Load, wait until idle, reload, switch teams: the same for app and floor. */
const visit = async (
  browser: Browser,
  origin: string,
  choose: (page: Awaited<ReturnType<typeof open>>['page'], name: string) => Promise<number>,
): Promise<Visit> => {
  const opened = await open(browser, 'slowed');
  const { page, context, answers } = opened;
  try {
    await page.goto(origin, { waitUntil: 'commit' });
    const cold = await readLoad(opened, 0);
    await page.waitForTimeout(SETTLE_MS);
    const bytes = bytesOf(opened);
    const from = answers.length;
    await page.reload({ waitUntil: 'commit' });
    const warm = await readLoad(opened, from);
    await page.waitForTimeout(SETTLE_MS);
    const switches: number[] = [];
    for (let i = 1; i <= SWITCHES; i += 1) switches.push(await choose(page, SCOPES[i % SCOPES.length]?.name ?? ''));
    return { cold, warm, switches, bytes };
  } finally {
    await context.close();
  }
};

const switchesWithManyTeams = async (
  browser: Browser,
  origin: string,
  rest: 'rests' | 'at once',
): Promise<readonly number[]> => {
  const opened = await open(browser, 'slowed');
  try {
    await opened.page.goto(origin, { waitUntil: 'commit' });
    await readLoad(opened, 0);
    await opened.page.waitForTimeout(SETTLE_MS);
    const times: number[] = [];
    for (let i = 0; i < SWITCHES; i += 1) times.push(await switchInApp(opened.page, `Team ${100 + 7 * i}`, rest));
    return times;
  } finally {
    await opened.context.close();
  }
};

const heapOverSwitches = async (browser: Browser, origin: string) => {
  const opened = await open(browser, 'full');
  const found: Array<{ bytes: number; nodes: number }> = [];
  try {
    await opened.page.goto(origin);
    await readLoad(opened, 0);
    await opened.page.waitForTimeout(SETTLE_MS);
    let done = 0;
    for (const after of HEAP_AFTER) {
      for (; done < after; done += 1)
        await switchInApp(opened.page, SCOPES[(done + 1) % SCOPES.length]?.name ?? '', 'at once');
      await opened.page.waitForTimeout(SETTLE_MS);
      found.push(await heapOf(opened));
    }
    return found;
  } finally {
    await opened.context.close();
  }
};

const ratio = (what: string, app: readonly number[], floor: readonly number[], most: number): Measured => ({
  what,
  unit: '× floor',
  decimals: 2,
  runs: pairwise(app, floor),
  aim: { most },
});

export const pagePart: Part = {
  name: 'page',
  title: 'The scorecard in the browser',
  run: async ({ folder, runs, say }) => {
    await build({ logLevel: 'warn' });
    const now = Date.now();
    const few: LoadCompany = { folder: join(folder, 'few'), now, teams: 'sample' };
    const many: LoadCompany = { folder: join(folder, 'many'), now, teams: MANY_TEAMS };
    for (const company of [few, many]) await runChild<LoadedCompany>('company/load-company.ts', company);
    const service = await startService(few.folder, PORTS.service);
    const large = await startService(many.folder, PORTS.manyTeams);
    const browser = await launch();
    try {
      const html = await captureFloor(browser, service.origin, SCOPES);
      const floor = await serveFloor(html, 'dist', PORTS.floor);
      try {
        const apps: Visit[] = [];
        const floors: Visit[] = [];
        const visitApp = async () =>
          apps.push(await visit(browser, service.origin, async (page, name) => switchInApp(page, name, 'rests')));
        const visitFloor = async () => floors.push(await visit(browser, floor.origin, switchInFloor));
        /* One of each first: what the machine and the service have to warm up is in no run. */
        await visitApp();
        await visitFloor();
        apps.length = 0;
        floors.length = 0;
        for (let run = 0; run < runs; run += 1) {
          const [first, second] = run % 2 === 0 ? [visitFloor, visitApp] : [visitApp, visitFloor];
          await first();
          await second();
          say(
            `run ${run + 1}: complete after ${Math.round(apps.at(-1)?.cold.complete ?? 0)} ms, floor ${Math.round(floors.at(-1)?.cold.complete ?? 0)} ms`,
          );
        }
        const manyRests = await switchesWithManyTeams(browser, large.origin, 'rests');
        const manyAtOnce = await switchesWithManyTeams(browser, large.origin, 'at once');
        const [early, late] = await heapOverSwitches(browser, service.origin);
        const of = (visits: readonly Visit[], read: (one: Visit) => number): readonly number[] => visits.map(read);
        const times = (what: string, read: (one: Visit) => number): Measured[] => [
          { what: `Kept: ${what}`, unit: 'ms', decimals: 0, runs: of(apps, read) },
          { what: `floor: ${what}`, unit: 'ms', decimals: 0, runs: of(floors, read) },
        ];
        return {
          how: [
            'Headless Chromium, 1440 px wide, 4× CPU throttle, 10 Mbit/s with 40 ms: a new profile for each run, floor and Kept in turn, the order changing with every pair. The floor is one static page with the same picture, made from the rendered document: styles, figures of seven scopes and 30 lines of script inlined, served pre-compressed. Both mark the same milestones after the frame that shows them has been painted; ratios are taken pair by pair.',
            `Switches: the pointer rests on a team's name (Kept fetches what is pointed at), then chooses it; from the choice to the painted figures and lines.`,
          ],
          measured: [
            ...times('first contentful paint', (one) => one.cold.firstPaint),
            ...times('tiles painted', (one) => one.cold.tiles),
            ratio(
              'tiles painted',
              of(apps, (one) => one.cold.tiles),
              of(floors, (one) => one.cold.tiles),
              2,
            ),
            ...times('complete with both trend lines', (one) => one.cold.complete),
            ratio(
              'complete',
              of(apps, (one) => one.cold.complete),
              of(floors, (one) => one.cold.complete),
              2.5,
            ),
            ...times('complete after a warm reload', (one) => one.warm.complete),
            ratio(
              'warm reload',
              of(apps, (one) => one.warm.complete),
              of(floors, (one) => one.warm.complete),
              1.5,
            ),
            {
              what: 'Kept: bytes of page, scripts, styles and figures until the tiles stand',
              unit: 'KB',
              decimals: 1,
              runs: of(apps, (one) => one.cold.bytesToTiles / 1000),
              aim: { most: 150 },
            },
            {
              what: 'Kept: all bytes, interactive charts and font included',
              unit: 'KB',
              decimals: 1,
              runs: of(apps, (one) => one.bytes / 1000),
              aim: { most: 300 },
            },
            { what: 'floor: all bytes', unit: 'KB', decimals: 1, runs: of(floors, (one) => one.bytes / 1000) },
            {
              what: 'Kept: team switch',
              unit: 'ms',
              decimals: 0,
              runs: apps.flatMap((one) => one.switches),
              aim: { most: 60 },
            },
            { what: 'floor: team switch', unit: 'ms', decimals: 0, runs: floors.flatMap((one) => one.switches) },
            {
              what: `Kept: team switch with ${MANY_TEAMS} teams`,
              unit: 'ms',
              decimals: 0,
              runs: manyRests,
              aim: { most: 60 },
            },
            {
              what: `Kept: team switch with ${MANY_TEAMS} teams, chosen at once`,
              unit: 'ms',
              decimals: 0,
              runs: manyAtOnce,
              note: 'with the fetch over the slowed line in it',
            },
            {
              what: `Kept: heap after ${HEAP_AFTER[1]} switches beside ${HEAP_AFTER[0]}`,
              unit: '×',
              decimals: 3,
              runs: [(late?.bytes ?? 0) / (early?.bytes ?? 1)],
              aim: { most: 1.1 },
              note: `${((late?.bytes ?? 0) / 1e6).toFixed(1)} MB, ${late?.nodes ?? 0} nodes (${early?.nodes ?? 0} before)`,
            },
          ],
        };
      } finally {
        await floor.stop();
      }
    } finally {
      await browser.close();
      await large.stop();
      await service.stop();
    }
  },
};
