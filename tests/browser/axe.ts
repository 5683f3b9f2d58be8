import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

const OF_COLOUR: axe.RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * What axe finds on the page as it stands, by rule and place; nothing of any standard or best practice is left out.
 * axe is read into a page once, whatever looks it is taken through: reading it takes as long as most of its answers.
 * What passes is not described, which took half of the time. `of colour` is for a page that was looked at whole in other
 * colours. Frames would be left out; the pages have none.
 */
export async function expectAccessible(page: Page, rules: 'all' | 'of colour' = 'all'): Promise<void> {
  await expect(page.locator('iframe')).toHaveCount(0);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, options);
      return violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 5).map(({ target }) => target.join(' ')) }));
    },
    { resultTypes: ['violations'], ...(rules === 'of colour' ? OF_COLOUR : {}) } satisfies axe.RunOptions,
  );
  expect(found).toEqual([]);
}
