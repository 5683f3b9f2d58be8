import { expect, type Page } from '@playwright/test';
import { openScenario, picture, settled, test } from './kept-page.ts';

type Stop = { readonly role: string; readonly name: string; readonly section: string };

/** What has the focus, in a few words. */
async function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return {
      role: element?.getAttribute('role') ?? element?.tagName.toLowerCase() ?? '',
      name: label.replaceAll(/\s+/g, ' ').trim(),
      section: element?.closest('section[aria-label], section[aria-labelledby]')?.getAttribute('aria-label') ?? '',
    };
  });
}

/** Every tab stop of the page, in order, until the focus leaves it. */
async function tabStops(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < 150; press++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.role === 'body' || stop.role === 'html') break;
    stops.push(stop);
  }
  return stops;
}

test.beforeEach(async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
});

test('a way through the page that is not the way it is read', async ({ page }) => {
  const stops = await tabStops(page);
  const names = stops.map(({ name }) => name);
  const order = [
    'Skip to the page',
    'Kept',
    'Scorecard',
    'Previous week',
    'Right first time',
    'In full',
    'On time',
    'Price as promised',
  ];
  let from = 0;
  const missing = order.filter((name) => {
    const place = names.findIndex((other, index) => index >= from && other.startsWith(name));
    if (place >= 0) from = place + 1;
    return place < 0;
  });
  expect(missing).toEqual([]);
});

test('a chart with more than one tab stop', async ({ page }) => {
  const stops = await tabStops(page);
  const charts = stops.filter(({ role }) => role === 'application').map(({ name }) => name);
  expect(charts.length).toBeGreaterThanOrEqual(2);
  expect(new Set(charts).size).toBe(charts.length);
  const inPictures = await page.locator('[role="application"] :is(a, button, [tabindex="0"], input, select)').count();
  expect(inPictures).toBe(0);
});

test('a chart that the arrows do not read', async ({ page }) => {
  const chart = picture(page, 'Retention, 12 weeks');
  await chart.focus();
  const readOut = chart.getByRole('status');
  await page.keyboard.press('End');
  const last = await readOut.innerText();
  await page.keyboard.press('ArrowLeft');
  await expect(readOut).not.toHaveText(last);
  await page.keyboard.press('ArrowRight');
  await expect(readOut).toHaveText(last, { useInnerText: true });
  await page.keyboard.press('Home');
  await expect(readOut).not.toHaveText(last);
  await expect(page).not.toHaveURL(/week=/);
  await page.keyboard.press('Escape');
  await expect(readOut).toBeEmpty();
});

test('weeks that the arrows do not step', async ({ page }) => {
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/week=2026-W45/);
  await expect(page.getByText('82.4').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(/week=2026-W45/);
  await expect(page.getByText('82.6').first()).toBeVisible();
});

test('a palette that cannot be opened, searched or left by keys', async ({ page }) => {
  const opener = page.getByRole('button', { name: /Find or jump to/ });
  await opener.focus();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Find or jump to' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('depot south');
  await expect(dialog.getByRole('option', { name: /Depot South/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('depot south');
  await expect(dialog.getByRole('option', { name: /Depot South/, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/team=depot-south/);
});

test('a calculation that does not give the focus back', async ({ page }) => {
  const figure = page.getByRole('region', { name: 'Opportunity' }).getByRole('link', { name: 'On time' });
  await figure.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('2,938');
  await expect(dialog).toContainText('3,214');
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(figure).toBeFocused();
});

test('a list of keys that ? does not open', async ({ page }) => {
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a focus that cannot be seen', async ({ page }) => {
  const hidden: string[] = [];
  for (let press = 0; press < 25; press++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return {
        text: element.textContent,
        shown: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      };
    });
    if (seen !== null && !seen.shown) hidden.push(seen.text);
  }
  expect(hidden).toEqual([]);
});
