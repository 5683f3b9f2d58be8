import type { Page } from '@playwright/test';

const MEASURE = 'kept:team-switch';
/** Long enough for a highlighted team to be fetched over the slowed line. */
const RESTS_MS = 400;

type Rest = 'rests' | 'at once';

const lastSwitch = async (page: Page, before: number): Promise<number> => {
  await page.waitForFunction(
    ({ name, count }) => performance.getEntriesByName(name).length > count,
    { name: MEASURE, count: before },
    { polling: 50, timeout: 30_000 },
  );
  return page.evaluate((name) => performance.getEntriesByName(name).at(-1)?.duration ?? Number.NaN, MEASURE);
};
const switchesSoFar = async (page: Page): Promise<number> =>
  page.evaluate((name) => performance.getEntriesByName(name).length, MEASURE);

/**
 * Chooses a team in the app as a person does: opens the list, finds the name, chooses.
 * @param rest whether the pointer rests on the name before (the app fetches what is pointed at) or Enter follows at once
 * @returns milliseconds from the choice to the painted figures
 */
export const switchInApp = async (page: Page, name: string, rest: Rest): Promise<number> => {
  const before = await switchesSoFar(page);
  const panel = page.getByRole('dialog', { name: 'Choose teams' });
  await page.locator('button[aria-haspopup="dialog"]:has(+ [aria-label="Choose teams"])').click();
  const input = panel.getByPlaceholder('Find a team');
  await input.fill(name);
  const option = panel.getByRole('option', { name, exact: true });
  await option.waitFor();
  if (rest === 'rests') {
    await option.hover();
    await page.waitForTimeout(RESTS_MS);
    await option.click();
  } else await input.press('Enter');
  return lastSwitch(page, before);
};

export const switchInFloor = async (page: Page, name: string): Promise<number> => {
  const before = await switchesSoFar(page);
  await page.selectOption('#team', { label: name });
  return lastSwitch(page, before);
};
