import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * What axe finds on the page as it stands, by rule and place; nothing of any standard or best practice is left out.
 * Legacy mode runs the same rules without the second page that gathers the answers of frames, three times as fast:
 * the pages have no frame. What passes is not described, which took half of the time. `of colour` is for a page that was
 * looked at whole in other colours.
 */
export async function expectAccessible(page: Page, rules: 'all' | 'of colour' = 'all'): Promise<void> {
  await expect(page.locator('iframe')).toHaveCount(0);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (rules === 'of colour') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target }) => target.join(' ')).slice(0, 5),
  }));
  expect(found).toEqual([]);
}
