import { expect, type Page } from '@playwright/test';
import { openScenario, settled, test } from './kept-page.ts';

async function shown(page: Page): Promise<string> {
  await settled(page);
  // Sections that come after the page say so in these words.
  await expect(page.getByText(/^(Loading|Simulating the arrival)$/)).toHaveCount(0);
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
}

const VIEWS = [
  '/',
  '/?week=2026-W40',
  '/?team=depot-north',
  '/?team=depot-east&team=depot-west&compare=last-year',
  '/?week=2026-W45&figure=on-time',
  '/?grade=quality',
  '/?table=repeated-claims',
  '/teams?need=act',
  '/goals?team=depot-north',
  '/goals?team=depot-north&week=2026-W44',
  '/data',
  '/data?import=2',
  '/displays',
  '/displays?open=approve',
];
for (const view of VIEWS) {
  test(`${view} that a reload changes`, async ({ page }) => {
    await openScenario(page, 'design', view);
    const before = await shown(page);
    await page.reload();
    await expect(async () => expect(await shown(page)).toBe(before)).toPass();
  });
}

test('steps that the back button does not take back', async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
  await page.getByRole('button', { name: 'Previous week' }).click();
  await expect(page).toHaveURL(/week=2026-W45/);
  await page.getByRole('radio', { name: 'Last year' }).check();
  await expect(page).toHaveURL(/compare=last-year/);
  const address = page.url();
  const before = await shown(page);
  await page.goto(address);
  await expect(async () => expect(await shown(page)).toBe(before)).toPass();
});

const NONSENSE = [
  '/?week=2025-W53',
  '/?week=yesterday&team=&compare=never&figure=&grade=luck&table=',
  '/?week=9999-W01',
  '/?figure=happiness',
  '/?team=nowhere',
  '/goals?goal=nothing',
  '/goals?team=nowhere',
  '/teams?need=luck&dimension=charm&find=%00',
  '/data?import=none',
  '/data?import=999999',
  '/%E0%A4%A',
];
for (const view of NONSENSE) {
  test.describe(view, () => {
    // A team or an import that does not exist is a 404 of the service, and Chromium says so.
    test.use({ provoked: [/Failed to load resource.*40[04]/] });
    test('an address that breaks the page', async ({ page }) => {
      await openScenario(page, 'design', view);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/something went wrong/i)).toHaveCount(0);
    });
  });
}
