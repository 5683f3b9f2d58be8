import { expect, type Page } from '@playwright/test';
import { openScenario, settled, test } from './kept-page.ts';

/** What the element with the focus is called: by its label, else by its words. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : null;
    const name = element?.getAttribute('aria-label') ?? (label ?? element)?.textContent ?? '';
    return name.replaceAll(/\s+/g, ' ').trim();
  });
}

/** Goes on by Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`Tab does not come to ${String(name)}, but to: ${passed.join(' | ')}`);
}

const dialog = (page: Page) => page.getByRole('dialog');
const goals = (page: Page) => page.getByRole('table', { name: /^Goals/ });

test('a goal that cannot be set, changed and ended by keyboard alone', async ({ page }) => {
  await openScenario(page, 'design', '/goals?team=depot-north');
  await settled(page);
  await page.keyboard.press('n');
  await expect(dialog(page)).toBeVisible();
  await expect.poll(() => focusedName(page)).toBe('Indicator');
  await page.keyboard.type('Right first');
  await tabTo(page, /^Take the newest figure/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Target/);
  await page.keyboard.type('99');
  await tabTo(page, /^Date by which/);
  // The same day whether the browser asks for the day first or for the month.
  await page.keyboard.type('03032027');
  await tabTo(page, /^Owner/);
  await page.keyboard.type('Tom Adeyemi');
  await tabTo(page, /^Your name/);
  await page.keyboard.type('Mara Voss');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const row = goals(page).getByRole('row', { name: /^Right first time/ });
  await expect(row).toContainText(/at least 99.% by 3 Mar 2027/);

  await tabTo(page, /^Right first time$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/goal=/);
  await tabTo(page, /^Change$/);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await tabTo(page, /^Target/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('98');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(row).toContainText(/at least 98.%/);
  // The focus comes back to what opened the dialog: the next press goes on from there.
  await expect.poll(() => focusedName(page)).toBe('Change');

  await tabTo(page, /^End$/);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.type('Reached in another way');
  await tabTo(page, /^End the goal$/);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(row).toHaveCount(0);
});

test('a grid of teams that cannot be walked and opened by keyboard alone', async ({ page }) => {
  await openScenario(page, 'design', '/teams');
  await settled(page);
  await tabTo(page, /^Teams by their goals, table$/);
  await tabTo(page, /^Depot North$/);
  await tabTo(page, /^In full, Depot North: /);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Depot North');
  await expect(goals(page).locator('[aria-current="true"]')).toHaveText('In full');
  await page.keyboard.press('k');
  await expect(goals(page).locator('[aria-current="true"]')).not.toHaveText('In full');
  await page.goBack();
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type('west');
  await expect(page.getByRole('row', { name: /^Depot North/ })).toHaveCount(0);
  await expect(page).toHaveURL(/find=west/);
  await tabTo(page, /^Depot West$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Depot West');
});
