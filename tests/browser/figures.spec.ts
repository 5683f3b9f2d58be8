import { expect, type Page } from '@playwright/test';
import { FAILED_REQUEST, openScenario, settled, test } from './kept-page.ts';

/** The text of the page with its special spaces made plain, so that a figure can be looked for. */
async function words(page: Page): Promise<string> {
  const text = await page.locator('main').innerText();
  return text.replaceAll(/[\u00a0\u202f\s]+/g, ' ');
}

test('figures of the pictures that the page shows otherwise', async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
  const shown = await words(page);
  const expected = [
    ['82.6 %', '−2.4 pp', '+0.2 pp', '3,214'],
    ['276', '199', '125', '559'],
    ['12,480', '0.42', '58'],
    ['96.1 %', '7.4', '+0.9', '93.8 %', '18.2', '91.4 %', '84.7 %', '90.2 %', '98.9 %', '94.2 %', '2.1 %'],
    ['68.4 %', '11.8 %', '84.6 %'],
  ].flat();
  expect(expected.filter((figure) => !shown.includes(figure))).toEqual([]);
  await expect(page.getByText(/Data to .*Sun.15.Nov/).first()).toBeVisible();
});

const SAID = [
  { scenario: 'empty', says: /sample/i },
  { scenario: 'failing-measure', says: /E42/ },
  { scenario: 'partial', says: /claims/i },
  { scenario: 'late', says: /late/i },
  { scenario: 'stale', says: /late|stale/i },
  { scenario: 'restated', says: /was.94\.1/ },
  { scenario: 'settling', says: /settling until/i },
  { scenario: 'small-numbers', says: /too few|not shown|not enough data/i },
  { scenario: 'no-targets', says: /no target/i },
  { scenario: 'own-indicator', says: /Assembled right/ },
] as const;
for (const { scenario, says } of SAID) {
  test(`${scenario} without its words`, async ({ page }) => {
    await openScenario(page, scenario);
    await settled(page);
    await expect(async () => expect(await words(page)).toMatch(says)).toPass();
  });
}

test('a running week that is judged', async ({ page }) => {
  await openScenario(page, 'current-week', '/?week=2026-W47');
  await settled(page);
  const opportunity = page.getByRole('region', { name: 'Opportunity', exact: true });
  await expect(opportunity.getByText(/Week 47, 3 of 7 days/)).toHaveCount(3);
  await expect(opportunity.getByText(/^(On target|Watch|Act)$/)).toHaveCount(0);
  await expect(opportunity.getByText(/vs (at least|at most)/)).toHaveCount(0);
});

test('one failing measure that takes the others with it', async ({ page }) => {
  await openScenario(page, 'failing-measure');
  await settled(page);
  const shown = await words(page);
  expect(shown).toContain('Could not read invoices');
  expect(shown).toContain('98.9 %');
  expect(shown).not.toContain('94.2 %');
});

test.describe('without the service', () => {
  test.use({ provoked: [FAILED_REQUEST] });

  test('a failing service that leaves the page blank', async ({ page }) => {
    await openScenario(page, 'failing');
    await settled(page);
    await expect(page.getByRole('alert').first()).toBeVisible();
    expect(await words(page)).toMatch(/mock-internal/);
  });

  test('a lost service whose figures vanish, or look as fresh as before', async ({ page }) => {
    await openScenario(page, 'disconnected');
    await settled(page);
    await page.clock.runFor(10_000);
    await expect(page.getByText(/Not heard since/).first()).toBeVisible();
    expect(await words(page)).toContain('82.6 %');
  });
});
