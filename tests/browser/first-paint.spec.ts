import { expect } from '@playwright/test';
import { openScenario, picture, settled, test } from './kept-page.ts';

test('recharts in the first paint', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // An idle moment never comes: what is asked for now belongs to the first paint.
  await openScenario(page, 'design', '/', 'on-demand');
  await settled(page);
  const chart = picture(page, 'Retention, 12 weeks');
  await expect(chart.locator('[data-drawn-by="svg"]')).toBeVisible();
  const before = asked.filter((path) => path.startsWith('/assets/'));
  expect(before.filter((path) => /recharts/i.test(path))).toEqual([]);
  await chart.hover();
  await expect(chart.locator('[data-drawn-by="recharts"]')).toBeVisible();
  const after = asked.filter((path) => path.startsWith('/assets/') && !before.includes(path));
  expect(after.filter((path) => /recharts/i.test(path)).length).toBeGreaterThan(0);
});
