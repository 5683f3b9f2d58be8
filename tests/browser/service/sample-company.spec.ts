import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { Health } from '../../../src/contract/health.ts';
import { ImportReport } from '../../../src/contract/imports.ts';
import { Observations } from '../../../src/contract/observations.ts';
import { Teams } from '../../../src/contract/teams.ts';
import { expectAccessible } from '../axe.ts';
import { settled, test } from '../kept-page.ts';

const get = async (request: APIRequestContext, path: string): Promise<unknown> => (await request.get(path)).json();

/** The latest mature figure of an indicator for some teams, as the page writes it. */
async function figureOf(request: APIRequestContext, indicator: string, team = ''): Promise<string> {
  const { latestWeek } = Health.parse(await get(request, '/api/health'));
  const query = `indicator=${indicator}&from=${latestWeek ?? ''}&to=${latestWeek ?? ''}${team === '' ? '' : `&team=${team}`}`;
  const { series } = Observations.parse(await get(request, `/api/observations?${query}`));
  const [numerator, denominator] = [series[0]?.numerators[0] ?? Number.NaN, series[0]?.denominators[0] ?? Number.NaN];
  return ((100 * numerator) / denominator).toFixed(1);
}

/** Opens a page at the service's own time, which is fixed. */
async function open(page: Page, request: APIRequestContext, path: string): Promise<void> {
  const { now } = Health.parse(await get(request, '/api/health'));
  await page.clock.install({ time: new Date(now) });
  await page.goto(path);
  await settled(page);
}

const onTime = (page: Page) => page.getByRole('region', { name: 'Opportunity' });

test('a page that shows another figure than the service answers', async ({ page, request }) => {
  await open(page, request, '/');
  await expect(onTime(page)).toContainText(await figureOf(request, 'on-time'));
  await expectAccessible(page);
});

test('a team whose figures are those of everyone', async ({ page, request }) => {
  const { teams } = Teams.parse(await get(request, '/api/teams'));
  const team = teams.find(({ parent }) => parent !== null) ?? teams[0];
  await open(page, request, `/?team=${team?.id ?? ''}`);
  await expect(onTime(page)).toContainText(await figureOf(request, 'on-time', team?.id));
});

test('an answer without the strict policy', async ({ request }) => {
  for (const path of ['/', '/api/health', '/api/nothing']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
  }
});

test('an import by hand that the open page does not show, or an undo that it keeps', async ({ page, request }) => {
  const { latestWeek } = Health.parse(await get(request, '/api/health'));
  const body = [
    'indicator_id,name,dimension,unit,better,decimals,floor,pass,delight,lag_days,definition',
    'keys-handed-over,Keys handed over,quality,percent,higher,1,50,80,99,0,Orders whose keys were handed over at the door.',
    '',
  ].join('\n');
  const numbers = ['indicator_id,team_id,week,numerator,denominator'];
  const { teams } = Teams.parse(await get(request, '/api/teams'));
  for (const { id } of teams) numbers.push(`keys-handed-over,${id},${latestWeek ?? ''},47,55`);

  await open(page, request, '/');
  await page.getByRole('link', { name: 'Data' }).click();
  await settled(page);
  for (const [name, kind, text] of [
    ['indicators.csv', 'indicators', body],
    ['numbers.csv', 'observations', `${numbers.join('\n')}\n`],
  ] as const) {
    await page.getByLabel(/Files/).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByLabel('What they hold').selectOption(`kind:${kind}`);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('link', { name }).first()).toBeVisible();
  }
  await page.getByRole('link', { name: 'Scorecard' }).click();
  const tile = page.getByRole('region', { name: 'Quality' });
  await expect(tile).toContainText('Keys handed over');
  await expect(tile).toContainText('85.5');

  await page.getByRole('link', { name: 'Data' }).click();
  for (const name of ['numbers.csv', 'indicators.csv']) {
    await page
      .getByRole('button', { name: `Undo ${name}` })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByRole('link', { name: 'Scorecard' }).click();
  await expect(tile).toContainText('Right first time');
  await expect(tile).not.toContainText('Keys handed over');
});

test('figures that need a reload when an import lands elsewhere', async ({ page, request }) => {
  const before = Health.parse(await get(request, '/api/health'));
  // The page that lists every annotation in words: a chart leaves out those that it has no room for.
  await open(page, request, '/indicator/on-time');
  const day = new Date(Date.parse(before.dataTo ?? '') - 130 * 86_400_000).toISOString().slice(0, 10);
  const body = `annotation_id,date,text,kind\nlanded,${day},A bridge was closed,note\n`;
  const answer = await request.post('/api/imports?kind=annotations&fileName=annotations.csv&wait=true', { data: body });
  const report = ImportReport.parse(await answer.json());
  expect(report).toMatchObject({ status: 'done', counts: { new: 1, refused: 0 } });
  await expect(page.getByRole('list', { name: 'Annotations' })).toContainText('A bridge was closed');
  expect((await request.delete(`/api/imports/${report.id}`)).ok()).toBe(true);
});
