import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * What axe finds on the page as it stands, by rule and place; nothing of any standard or best practice is left out.
 * Legacy mode runs the same rules without the second page that gathers the answers of frames, three times as fast:
 * the pages have no frame.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('iframe')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target }) => target.join(' ')).slice(0, 5),
  }));
  expect(found).toEqual([]);
}
