import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { comparePictures, openComparer } from './compare-pictures.ts';
import { openScenario, settled, test } from './kept-page.ts';

/** The mark of a status in the key, which has all of them on white. */
function keyMark(page: Page, word: string): Locator {
  return page
    .getByRole('complementary', { name: 'How to read' })
    .getByRole('listitem')
    .filter({ hasText: word })
    .locator('svg')
    .first();
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
  await page.getByRole('complementary', { name: 'How to read' }).scrollIntoViewIfNeeded();
  const words = [
    'On target',
    'Watch',
    'Act',
    'No target',
    'Not enough data',
    'Stale',
    'Improving',
    'Concerning',
    'Neutral',
  ];
  const pictures: Buffer[] = [];
  for (const word of words) {
    const box = await keyMark(page, word).boundingBox();
    if (box === null) throw new Error(`${word} has no mark`);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const clip = { x: Math.round(middle.x) - 8, y: Math.round(middle.y) - 8, width: 16, height: 16 };
    pictures.push(await page.screenshot({ clip }));
  }
  const comparer = await openComparer(page);
  const alike: string[] = [];
  for (const [index, one] of pictures.entries())
    for (const [at, other] of pictures.entries()) {
      if (at <= index) continue;
      const { differing } = await comparePictures(comparer, one, other, 'shape');
      if (differing < 0.04) alike.push(`${words[index] ?? ''} and ${words[at] ?? ''}: ${differing.toFixed(3)}`);
    }
  expect(alike).toEqual([]);
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
