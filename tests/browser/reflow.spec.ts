import { expect, type Page } from '@playwright/test';
import { openScenario, settled, test } from './kept-page.ts';

/** A window of 320 px, and one of 1280 by 1024 px at 400 %, which is as wide and a quarter as high. */
const WINDOWS = [
  { name: '320 px', viewport: { width: 320, height: 800 } },
  { name: '400 % zoom', viewport: { width: 320, height: 256 } },
] as const;

const VIEWS = [
  { scenario: 'design', path: '/' },
  { scenario: 'design', path: '/?figure=promise-kept' },
  { scenario: 'design', path: '/?grade=price' },
  { scenario: 'own-indicator', path: '/' },
  { scenario: 'small-numbers', path: '/' },
  { scenario: 'many-teams', path: '/?team=area-01' },
  { scenario: 'empty', path: '/' },
  { scenario: 'design', path: '/teams' },
  { scenario: 'design', path: '/goals?team=depot-north' },
  { scenario: 'design', path: '/data' },
  { scenario: 'design', path: '/data?import=2' },
  { scenario: 'design', path: '/displays' },
  { scenario: 'fleet', path: '/displays' },
  { scenario: 'fleet', path: '/displays?display=loading-bay' },
] as const;

/** Elements that make the page wider than the window; what scrolls by itself within may be wide. */
async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= window.innerWidth) return [];
    const scrollsByItself = (element: Element): boolean => {
      for (let above = element.parentElement; above !== null && above !== document.body; above = above.parentElement)
        if (getComputedStyle(above).overflowX !== 'visible') return true;
      return element.closest('svg') !== null && element.tagName !== 'svg';
    };
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !scrollsByItself(element))
      .slice(0, 5)
      .map(
        (element) => `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 40)}`,
      );
    return [`${root.scrollWidth - window.innerWidth} px too wide`, ...wide];
  });
}

for (const { scenario, path } of VIEWS) {
  test(`${scenario} ${path} that scrolls sideways`, async ({ page }) => {
    await page.setViewportSize(WINDOWS[0].viewport);
    await openScenario(page, scenario, path);
    await settled(page);
    for (const { name, viewport } of WINDOWS) {
      await page.setViewportSize(viewport);
      await expect(async () => expect([name, ...(await tooWide(page))]).toEqual([name])).toPass();
    }
  });
}

/** Phones, then from the first width with the bar to the first with all columns: where what stands side by side has no room. */
const BETWEEN = [360, 390, 430, 640, 768, 900, 1024, 1376] as const;

for (const { scenario, path } of [
  { scenario: 'design', path: '/' },
  { scenario: 'uncounted', path: '/' },
  { scenario: 'design', path: '/review' },
  { scenario: 'design', path: '/teams' },
  { scenario: 'design', path: '/goals?team=depot-north' },
  { scenario: 'design', path: '/indicator/on-time' },
  { scenario: 'design', path: '/data?import=2' },
] as const) {
  test(`${scenario} ${path} that scrolls sideways from phone to desk`, async ({ page }) => {
    await openScenario(page, scenario, path);
    await settled(page);
    for (const width of BETWEEN) {
      await page.setViewportSize({ width, height: 900 });
      await expect(async () => expect([width, ...(await tooWide(page))]).toEqual([width])).toPass();
    }
  });
}

test('a chart that is no table at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openScenario(page, 'design');
  await settled(page);
  await expect(page.getByRole('application')).toHaveCount(0);
  await expect(page.getByRole('table').first()).toBeVisible();
});

test('a target smaller than 24 px', async ({ page }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await openScenario(page, 'design');
    await settled(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, input:not([type="hidden"]), [role="tab"]')]
        .filter((element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
        .map((element) => ({
          box: element.getBoundingClientRect(),
          text: element.getAttribute('aria-label') ?? element.textContent,
        }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({ box, text }) => `${text} ${Math.round(box.width)}x${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
  }
});
