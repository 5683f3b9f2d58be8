import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { comparePictures } from './compare-pictures.ts';
import { openScenario, settled, test } from './kept-page.ts';

/** The shape beside a status word of the four dimensions. */
function statusMark(page: Page, region: string): Locator {
  return page.getByRole('region', { name: region, exact: true }).locator('svg').first();
}

test('forced colours in which something cannot be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openScenario(page, 'design');
  await settled(page);
  await expectAccessible(page);
  for (const word of ['On target', 'Watch', 'Act'])
    await expect(page.getByText(word, { exact: true }).first()).toBeVisible();
  const invisible = await page.evaluate(() => {
    const canvas = getComputedStyle(document.body).backgroundColor;
    return [
      ...document.querySelectorAll<SVGElement>(
        'main svg path, main svg circle, main svg rect, main svg line, main svg use',
      ),
    ]
      .filter((shape) => {
        const { fill, stroke, color } = getComputedStyle(shape);
        const paints = [fill, stroke]
          .map((paint) => (paint === 'currentcolor' ? color : paint))
          .filter((paint) => paint !== 'none');
        return paints.length > 0 && paints.every((paint) => paint === canvas);
      })
      .filter((shape) => shape.getAttribute('class')?.includes('halo') !== true).length;
  });
  const all = await page.locator('main svg :is(path, circle, rect, line, use)').count();
  expect(all).toBeGreaterThan(50);
  expect(invisible).toBeLessThan(all / 10);
});

test('statuses that only colour tells apart', async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
  const pictures = await Promise.all(
    ['Quality', 'Quantity', 'Opportunity'].map(async (region) => {
      const mark = statusMark(page, region);
      const box = await mark.boundingBox();
      expect(box).not.toBeNull();
      return page.screenshot({
        clip: { x: Math.round(box?.x ?? 0) - 1, y: Math.round(box?.y ?? 0) - 1, width: 14, height: 14 },
        animations: 'disabled',
      });
    }),
  );
  const [on, watch, act] = pictures;
  if (on === undefined || watch === undefined || act === undefined) throw new Error('Three marks were wanted');
  for (const [one, other] of [
    [on, watch],
    [watch, act],
    [on, act],
  ] as const)
    expect((await comparePictures(page, one, other, 'shape')).differing).toBeGreaterThan(0.05);
});

test('movement for whoever asked for less', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openScenario(page, 'design');
  await settled(page);
  await page.getByRole('button', { name: 'Previous week' }).click();
  await expect(page).toHaveURL(/week=2026-W45/);
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 20)
        .length,
  );
  expect(moving).toBe(0);
});

test('a dark page with light remains', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openScenario(page, 'design');
  await settled(page);
  const brightness = await page.evaluate(() => {
    const channels = /(\d+), (\d+), (\d+)/.exec(getComputedStyle(document.body).backgroundColor);
    return channels === null ? null : Math.max(...channels.slice(1).map(Number));
  });
  expect(brightness).not.toBeNull();
  expect(brightness).toBeLessThan(60);
});
