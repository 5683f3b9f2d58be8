import { expect } from '@playwright/test';
import { openScenario, settled, test } from './kept-page.ts';

test('an import whose figures need a reload', async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
  await expect(page.getByText('3,214').first()).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dataset.stillHere = 'yes';
  });
  const status = await page.evaluate(async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `X-${index},C-1,2026-11-10`).join('\n');
    const body = `order_id,customer_id,ordered_at\n${rows}\n`;
    const answer = await fetch('/api/imports?kind=orders&fileName=late.csv&wait=true', { method: 'POST', body });
    return answer.status;
  });
  expect(status).toBe(202);
  await expect(page.getByText('3,254').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset.stillHere)).toBe('yes');
});

test('figures that vanish while new ones come', async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
  await page.evaluate(() => {
    const counts: number[] = [];
    Object.assign(window, { busy: counts });
    new MutationObserver(() => {
      counts.push(document.querySelectorAll('main[aria-busy="true"], main [aria-busy="true"]').length);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.evaluate(async () => {
    const body = 'order_id,customer_id,ordered_at\nY-1,C-1,2026-11-10\n';
    await fetch('/api/imports?kind=orders&fileName=late.csv&wait=true', { method: 'POST', body });
  });
  await expect(page.getByText('3,215').first()).toBeVisible();
  const busy = await page.evaluate(() => (window as unknown as { busy: number[] }).busy);
  expect(Math.max(0, ...busy)).toBe(0);
});

test('the sample company that does not appear where nothing was', async ({ page }) => {
  await openScenario(page, 'empty');
  await settled(page);
  await page.getByRole('button', { name: /sample/i }).click();
  await expect(page.getByText('82.6').first()).toBeVisible();
});
