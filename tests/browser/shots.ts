import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { SCENARIOS, type ScenarioName } from '../../mocks/scenarios.ts';
import { MOCKS_PORT } from './ports.ts';

/**
 * Takes a picture of every state in every look, to be laid beside the design by people:
 * `npx tsx tests/browser/shots.ts OUTDIR [SCENARIO…]`. Starts the mocked page by itself where it is not served yet.
 */
const [out, ...only] = process.argv.slice(2);
if (out === undefined) throw new Error('Usage: npx tsx tests/browser/shots.ts OUTDIR [SCENARIO…]');

const LOOKS = [
  { name: 'light', scheme: 'light', width: 1440, height: 1378, scale: 2 },
  { name: 'dark', scheme: 'dark', width: 1440, height: 1378, scale: 2 },
  { name: 'mobile', scheme: 'light', width: 390, height: 844, scale: 2 },
  { name: 'narrow', scheme: 'light', width: 320, height: 700, scale: 1 },
] as const;

/** Screens on walls, 1080p and 4K, and one that stands. */
const WALL_LOOKS = [
  { name: '1080p', scheme: 'dark', width: 1920, height: 1080, scale: 1 },
  { name: '4k', scheme: 'dark', width: 3840, height: 2160, scale: 1 },
  { name: 'standing', scheme: 'dark', width: 1080, height: 1920, scale: 1 },
] as const;

const SHOTS: ReadonlyArray<{ readonly name: string; readonly scenario: ScenarioName; readonly path: string }> = [
  ...(Object.keys(SCENARIOS) as ScenarioName[])
    .filter((scenario) => !scenario.startsWith('wall'))
    .map((scenario) => ({ name: scenario, scenario, path: '/' })),
  { name: 'figure', scenario: 'design', path: '/?figure=promise-kept' },
  { name: 'grade', scenario: 'design', path: '/?grade=opportunity' },
  { name: 'tables', scenario: 'design', path: '/?table=retention-12-week&table=repeated-claims' },
  { name: 'few-cases', scenario: 'design', path: '/?team=repairs' },
  { name: 'running-week', scenario: 'current-week', path: '/?week=2026-W47' },
  { name: 'indicator', scenario: 'design', path: '/indicator/on-time?compare=last-year' },
  { name: 'indicator-years', scenario: 'design', path: '/indicator/on-time?span=5-years' },
  { name: 'indicator-table', scenario: 'design', path: '/indicator/on-time?show=table' },
  { name: 'indicator-team', scenario: 'design', path: '/indicator/repeated-claims?team=depot-north' },
  { name: 'review', scenario: 'design', path: '/review?at=on-time' },
  { name: 'review-since', scenario: 'design', path: '/review?at=since' },
  { name: 'review-outcomes', scenario: 'design', path: '/review?at=outcomes' },
  { name: 'review-words', scenario: 'design', path: '/review?at=words' },
  { name: 'review-actions', scenario: 'design', path: '/review?at=actions' },
  { name: 'review-closed', scenario: 'design', path: '/review?week=2026-W45' },
  { name: 'teams', scenario: 'design', path: '/teams' },
  { name: 'goals', scenario: 'design', path: '/goals?team=depot-north' },
  { name: 'goals-organisation', scenario: 'design', path: '/goals' },
  { name: 'data', scenario: 'design', path: '/data' },
  { name: 'data-importing', scenario: 'importing', path: '/data' },
  { name: 'data-empty', scenario: 'empty', path: '/data' },
  { name: 'import-report', scenario: 'design', path: '/data?import=2' },
  { name: 'displays', scenario: 'fleet', path: '/displays' },
  { name: 'displays-none', scenario: 'design', path: '/displays' },
  { name: 'display-approve', scenario: 'fleet', path: '/displays?open=approve' },
  { name: 'display-change', scenario: 'fleet', path: '/displays?display=loading-bay' },
  ...(Object.keys(SCENARIOS) as ScenarioName[])
    .filter((scenario) => scenario.startsWith('wall'))
    .map((scenario) => ({ name: scenario, scenario, path: '/wall' })),
  { name: 'missing-page', scenario: 'design', path: '/nowhere' },
];

const origin = `http://127.0.0.1:${MOCKS_PORT}`;
const isServed = async (): Promise<boolean> => {
  try {
    return (await fetch(origin)).ok;
  } catch {
    return false;
  }
};
const startedHere = !(await isServed());
if (startedHere) await import('./serve-mocks.ts');

await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
for (const { name, scenario, path } of SHOTS) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const look of path === '/wall' ? WALL_LOOKS : LOOKS) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      deviceScaleFactor: look.scale,
      colorScheme: look.scheme,
      timezoneId: 'Europe/Madrid',
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await page.clock.install({ time: new Date(SCENARIOS[scenario].dataset().now) });
    await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}scenario=${scenario}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (scenario === 'wall-lost') await page.clock.runFor(30_000);
    if (scenario === 'disconnected' || scenario === 'database-lost') await page.clock.runFor(10_000);
    // Long enough for recharts to have taken its place, except where loading itself is the picture.
    await page.waitForTimeout(scenario === 'slow' ? 700 : 1500);
    await page.screenshot({ path: join(out, `${name}-${look.name}.png`), fullPage: true });
    await context.close();
  }
}
await browser.close();
if (startedHere) process.kill(process.pid, 'SIGTERM');
