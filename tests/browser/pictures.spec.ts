import { expect } from '@playwright/test';
import { comparePictures, openComparer } from './compare-pictures.ts';
import { beIdle, openScenario, picture, settled, test } from './kept-page.ts';

const CHARTS = ['Retention, 12 weeks', 'Repeated claims'] as const;
const SCENES = [
  { scenario: 'design', scheme: 'light' },
  { scenario: 'design', scheme: 'dark' },
  { scenario: 'gap', scheme: 'light' },
] as const;

for (const { scenario, scheme } of SCENES) {
  for (const title of CHARTS) {
    test(`${title} that jumps when recharts takes over, ${scenario}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await openScenario(page, scenario, '/', 'on-demand');
      await settled(page);
      await page.evaluate(() => document.fonts.ready);
      const chart = picture(page, title);
      await chart.scrollIntoViewIfNeeded();
      await expect(chart.locator('[data-drawn-by="svg"]')).toBeVisible();
      const plain = await chart.screenshot();
      await beIdle(page);
      await expect(chart.locator('[data-drawn-by="recharts"]')).toBeVisible();
      const drawn = await chart.screenshot();
      const difference = await comparePictures(await openComparer(page), plain, drawn);
      expect(difference.differing).toBeLessThan(0.002);
      expect(difference.largestBlot).toBeLessThanOrEqual(2);
    });
  }
}
