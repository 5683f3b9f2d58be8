import { expect, type Page } from '@playwright/test';
import { Displays } from '../../../src/contract/displays.ts';
import { FAILED_REQUEST, test } from '../kept-page.ts';
import { WALL_PORT } from '../ports.ts';
import { wallService, type WallService } from '../wall-service.ts';

// A screen that is not paired yet is refused once, and a service that is killed answers nothing.
test.use({ provoked: [FAILED_REQUEST], serviceWorkers: 'allow', viewport: { width: 1920, height: 1080 } });
test.setTimeout(240_000);

let service: WallService;

test.beforeAll(async () => {
  service = await wallService(WALL_PORT);
});
test.beforeEach(() => service.start());
test.afterAll(() => service.remove());

const SLIDES = [
  { kind: 'dimensions', id: 'four', seconds: 5, schedule: null },
  { kind: 'trend', id: 'on-time', indicator: 'on-time', seconds: 5, schedule: null },
] as const;

const said = (page: Page): Promise<string> => page.getByRole('main').innerText();
const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith('order')));

/** Opens the wall on a new screen and approves it, as the Wall page does. */
async function paired(page: Page): Promise<void> {
  await page.goto(`${service.url}/wall`);
  await expect(page.locator('main')).toHaveAttribute('data-view', 'pairing');
  const code = /Code ((?:[2-9A-Z] ){5}[2-9A-Z])/.exec((await page.getByRole('status').textContent()) ?? '')?.[1];
  const words = {
    ...{ name: 'Dispatch', diagonalInches: 55, distanceMetres: 5, timeZone: 'Europe/Madrid', team: [] },
    ...{ slides: SLIDES, dim: null, reloadAt: '04:00' },
  };
  const answer = await fetch(`${service.url}/api/displays`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: code?.replaceAll(' ', ''), words }),
  });
  expect(answer.status).toBe(201);
  await expect(page.locator('main')).toHaveAttribute('data-view', 'page');
}

const display = async () => {
  const answer = await fetch(`${service.url}/api/displays`);
  return Displays.parse(await answer.json()).displays[0];
};

test('a wall that does not come through pairing, a dead service, a new build and its own revocation', async ({
  page,
  context,
}) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));

  await test.step('paired: figures, and the token nowhere that a script or an address shows it', async () => {
    await paired(page);
    expect([...asked].filter((path) => path.startsWith('/api/') && !path.startsWith('/api/wall/'))).toEqual([]);
    expect(page.url()).toBe(`${service.url}/wall`);
    const cookies = await context.cookies();
    expect(cookies).toMatchObject([{ path: '/api/wall', httpOnly: true, sameSite: 'Strict' }]);
    const secret = cookies[0]?.value ?? '';
    expect(await page.evaluate(() => document.cookie + JSON.stringify(localStorage))).not.toContain(secret);
  });

  await test.step('paused by a key, and the Wall page is told', async () => {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect.poll(() => said(page)).toContain('Page 2 of 2, paused');
    await expect
      .poll(async () => (await display())?.beat)
      .toMatchObject({ rotation: 'paused', slide: 'on-time', hearing: 'live' });
  });

  await test.step('the service dies: the page comes from the shell, with dated figures and without status colours', async () => {
    await expect.poll(() => kept(page)).toHaveLength(1);
    await service.kill();
    await page.reload();
    await expect.poll(() => said(page), { timeout: 40_000 }).toMatch(/Showing figures of .* \d\d:\d\d, no connection/);
    expect(await said(page)).toContain('Page 2 of 2, paused');
    const colours = await page.locator('main svg [fill^="var(--status"]').count();
    expect(colours).toBe(0);
  });

  await test.step('it comes back with a new build: that is taken once, between two pages, and the place is kept', async () => {
    await service.buildAnew('anew');
    await service.start();
    await expect(page.locator('script[src*="index-anew"]')).toHaveCount(1, { timeout: 60_000 });
    await expect.poll(() => said(page)).toContain('Page 2 of 2, paused');
    expect(await said(page)).not.toContain('no connection');
    const build = async () => (await display())?.beat?.build;
    const { build: newest } = Displays.parse(await (await fetch(`${service.url}/api/displays`)).json());
    await expect.poll(build).toBe(newest);
    // The build before stays, for a page that is still open.
    await expect.poll(() => kept(page)).toHaveLength(2);
    // Its worker handed out the page; beats go past it by its route, and do not wake it.
    const ways = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
      const beats = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/wall/beat'));
      const routed = beats.map(
        (beat) => (beat.toJSON() as { workerMatchedSourceType?: string }).workerMatchedSourceType,
      );
      return { byWorker: (navigation?.workerStart ?? 0) > 0, beats: [...new Set(routed)] };
    });
    expect(ways).toEqual({ byWorker: true, beats: ['network'] });
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.waitForTimeout(12_000);
    expect(loads).toBe(0);
  });

  await test.step('revoked: it shows a code, and its figures are gone from the browser', async () => {
    const { id = '' } = (await display()) ?? {};
    expect((await fetch(`${service.url}/api/displays/${id}`, { method: 'DELETE' })).ok).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(page.locator('main')).toHaveAttribute('data-view', 'pairing');
    await service.kill();
    await page.reload();
    await expect.poll(() => said(page), { timeout: 40_000 }).toContain('No connection to the service');
    expect(await said(page)).not.toContain('Data to');
  });
});

test('a wall that stays dark because one of its files did not arrive', async ({ page }) => {
  const chunk = '**/assets/wall-screen-*.js';
  await page.route(chunk, (route) => route.abort());
  await page.goto(`${service.url}/wall`);
  await expect(page.getByText('This wall could not be drawn.')).toBeVisible();
  await page.unroute(chunk);
  await expect(page.locator('main')).toHaveAttribute('data-view', 'pairing');
});
