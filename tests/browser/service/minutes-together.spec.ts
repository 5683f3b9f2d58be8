import { expect, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { Health } from '../../../src/contract/health.ts';
import { Review } from '../../../src/contract/reviews.ts';
import { FAILED_REQUEST, settled, test } from '../kept-page.ts';

// A refused save is a 409, which Chromium writes into the console.
test.use({ provoked: [FAILED_REQUEST] });

async function latestReview(request: APIRequestContext): Promise<Review> {
  const { latestWeek } = Health.parse(await (await request.get('/api/health')).json());
  return Review.parse(await (await request.get(`/api/reviews/${latestWeek ?? ''}`)).json());
}

/** Another person at another screen, at the service's own time. */
async function openAs(browser: Browser, name: string, now: string): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript((given) => {
    localStorage.setItem('kept:preferences', JSON.stringify({ name: given }));
  }, name);
  await page.clock.install({ time: new Date(now) });
  await page.goto('/review?at=on-time');
  await settled(page);
  return page;
}

const note = (page: Page) => page.getByRole('textbox', { name: /Write a note/ });
const leave = (page: Page) => page.getByRole('textbox', { name: /Write a decision/ }).focus();
const saved = (page: Page, by: string) => expect(page.getByText(new RegExp(`${by}, .*saved`)).first()).toBeVisible();

test('two people at two screens write one note: a line of either is lost', async ({ browser, request }) => {
  const { now } = Health.parse(await (await request.get('/api/health')).json());
  const [ana, tom] = [await openAs(browser, 'Ana Ruiz', now), await openAs(browser, 'Tom Adeyemi', now)];
  await note(ana).fill('One line by Ana');
  await leave(ana);
  await saved(ana, 'Ana Ruiz');
  await tom.clock.runFor(6000);
  await expect(note(tom)).toHaveValue('One line by Ana');

  // Lines that do not touch are merged without anybody being asked.
  await note(tom).fill('Before it, by Tom\nOne line by Ana');
  await note(ana).fill('One line by Ana\nAfter it, by Ana');
  await leave(tom);
  await saved(tom, 'Tom Adeyemi');
  await leave(ana);
  await expect(ana.getByText(/Merged with what Tom Adeyemi wrote/)).toBeVisible();
  await expect(note(ana)).toHaveValue('Before it, by Tom\nOne line by Ana\nAfter it, by Ana');

  // The same line in two ways: the second person sees both and decides.
  await tom.clock.runFor(6000);
  await expect(note(tom)).toHaveValue('Before it, by Tom\nOne line by Ana\nAfter it, by Ana');
  await note(tom).fill('Tom alone');
  await note(ana).fill('Ana alone');
  await leave(ana);
  await saved(ana, 'Ana Ruiz');
  await leave(tom);
  const conflict = tom.getByRole('group', { name: 'What Ana Ruiz wrote meanwhile' });
  await expect(conflict).toContainText('Ana alone');
  await expect(note(tom)).toHaveValue('Tom alone');
  await conflict.getByRole('button', { name: 'Keep both texts' }).click();
  await expect
    .poll(async () => (await latestReview(request)).minutes.map(({ text }) => text))
    .toContain('Ana alone\nTom alone');

  await tom.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'Remove' }).click();
  await expect.poll(async () => (await latestReview(request)).minutes).toEqual([]);
  await ana.context().close();
  await tom.context().close();
});
