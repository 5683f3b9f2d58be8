import { expect, type Page } from '@playwright/test';
import { SCENARIOS, type ScenarioName } from '../../mocks/scenarios.ts';
import { expectAccessible } from './axe.ts';
import { FAILED_REQUEST, FAILING, openScenario, settled, test } from './kept-page.ts';
import { LOOKS } from './looks.ts';

/** Those of screens, displays and people who sign in have the scorecard of the design; their own pages come below. */
const NAMES = (Object.keys(SCENARIOS) as ScenarioName[]).filter(
  (name) => name !== 'second-company' && !/^(wall|fleet)/.test(name) && !('signIn' in SCENARIOS[name].behaviour),
);

/** The page has its last word on the scenario: data, or what stands in its place. */
async function arrive(page: Page, scenario: ScenarioName): Promise<void> {
  if (scenario === 'slow') {
    await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
    return;
  }
  if (scenario === 'disconnected' || scenario === 'database-lost') {
    await settled(page);
    await page.clock.runFor(10_000);
    const word = scenario === 'disconnected' ? 'Disconnected' : 'No answer';
    await expect(page.getByText(word, { exact: false }).first()).toBeVisible();
    return;
  }
  await settled(page);
}

/** axe in light, in dark and on a phone. */
async function inEveryLook(page: Page): Promise<void> {
  for (const { name, viewport, scheme, rules } of LOOKS)
    await test.step(name, async () => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, rules);
    });
}

test('a check that passes whatever is on the page', async ({ page }) => {
  await page.setContent('<main><h1 style="color: #ccc">Kept</h1><button></button></main>');
  await expect(expectAccessible(page)).rejects.toThrow('button-name');
  await expect(expectAccessible(page, 'of colour')).rejects.toThrow('color-contrast');
});

for (const scenario of NAMES) {
  test.describe(scenario, () => {
    test.use({ provoked: FAILING.includes(scenario) ? [FAILED_REQUEST] : [] });
    test('axe finds something on the scorecard', async ({ page }) => {
      await openScenario(page, scenario);
      await arrive(page, scenario);
      await inEveryLook(page);
    });
  });
}

for (const path of ['/', '/indicator/on-time', '/review', '/teams', '/goals'])
  test(`${path} says nowhere that it is still loading`, async ({ page }) => {
    await openScenario(page, 'slow', path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // Before the skeleton, too: a heading alone is not a page that has arrived.
    expect(await page.locator('[aria-busy="true"]').count()).toBeGreaterThan(0);
    await expect(page.getByRole('main').getByText(/^Loading the /)).toBeAttached();
    await expect(page.locator('main[aria-busy="true"]')).toBeVisible();
  });

const DATA_SCENARIOS: readonly ScenarioName[] = ['design', 'empty', 'failing', 'importing'];
for (const scenario of DATA_SCENARIOS) {
  test.describe(`${scenario}: data`, () => {
    test.use({ provoked: FAILING.includes(scenario) ? [FAILED_REQUEST] : [] });
    test('axe finds something on the data page', async ({ page }) => {
      await openScenario(page, scenario, '/data');
      await settled(page);
      await inEveryLook(page);
    });
  });
}

/** What happened to the figures shows on the review and on an indicator's page too. */
const FIGURE_SCENARIOS: readonly ScenarioName[] = [
  'design',
  'empty',
  'failing',
  'failing-measure',
  'partial',
  'late',
  'restated',
  'settling',
  'small-numbers',
  'no-targets',
  'gap',
  'own-indicator',
  'many-teams',
];
for (const scenario of FIGURE_SCENARIOS) {
  test.describe(`${scenario}: pages of figures`, () => {
    test.use({ provoked: FAILING.includes(scenario) ? [FAILED_REQUEST] : [] });
    for (const path of ['/review', '/indicator/on-time']) {
      test(`axe finds something on ${path}`, async ({ page }) => {
        await openScenario(page, scenario, path);
        await settled(page);
        await inEveryLook(page);
      });
    }
  });
}

/** The pages of goals in the states that they show otherwise; a team's goals and the overview. */
const GOAL_SCENARIOS: readonly ScenarioName[] = [
  'design',
  'empty',
  'failing',
  'failing-measure',
  'partial',
  'late',
  'small-numbers',
  'gap',
  'many-teams',
];
for (const scenario of GOAL_SCENARIOS) {
  test.describe(`${scenario}: pages of goals`, () => {
    test.use({ provoked: FAILING.includes(scenario) ? [FAILED_REQUEST] : [] });
    for (const path of ['/teams', '/goals']) {
      test(`axe finds something on ${path}`, async ({ page }) => {
        // A table of forty teams takes axe its time on a busy machine.
        test.slow();
        await openScenario(page, scenario, path);
        await settled(page);
        await inEveryLook(page);
      });
    }
  });
}

const OPENED = [
  { what: 'the calculation of a figure', path: '/?figure=promise-kept' },
  { what: 'the calculation of a stock', path: '/?figure=open-claims' },
  { what: 'the calculation of a grade', path: '/?grade=opportunity' },
  { what: 'tables instead of pictures', path: '/?table=retention-12-week&table=repeated-claims' },
  { what: 'a team with few cases', path: '/?team=repairs' },
  { what: 'an earlier week against last year', path: '/?week=2026-W40&compare=last-year' },
  { what: 'the running week', path: '/?week=2026-W47' },
  { what: 'a measure of the review', path: '/review?at=on-time' },
  { what: 'what changed since the last review', path: '/review?at=since' },
  { what: 'the outcomes in the review', path: '/review?at=outcomes' },
  { what: 'the customers’ words in the review', path: '/review?at=words' },
  { what: 'decisions and actions of the review', path: '/review?at=actions' },
  { what: 'a closed review', path: '/review?week=2026-W45' },
  { what: 'five years of an indicator', path: '/indicator/on-time?span=5-years&compare=last-year' },
  { what: 'an indicator as a table', path: '/indicator/on-time?show=table' },
  { what: 'records behind a point', path: '/indicator/on-time?rows=2026-W43' },
  { what: 'a stock on its page', path: '/indicator/open-claims' },
  { what: 'an estimate on its page', path: '/indicator/silent-customers' },
  { what: 'a team’s indicator', path: '/indicator/on-time?team=depot-north' },
  { what: 'an indicator that does not exist', path: '/indicator/nothing' },
  { what: 'the goals of a team', path: '/goals?team=depot-north' },
  { what: 'a goal in focus', path: '/goals?team=depot-north&week=2026-W40' },
  { what: 'goals of several teams', path: '/goals?team=depot-east&team=depot-north' },
  { what: 'a team without a goal', path: '/goals?team=repairs' },
  { what: 'teams that need help', path: '/teams?need=act' },
  { what: 'the report of an import', path: '/data?import=2' },
  { what: 'a page that does not exist', path: '/nowhere' },
];
for (const { what, path } of OPENED) {
  test(`axe finds something on ${what}`, async ({ page }) => {
    await openScenario(page, 'design', path);
    await settled(page);
    await inEveryLook(page);
  });
}

/** Displays: in every state, for whoever may do everything and for whoever may look. */
const DISPLAYS: ReadonlyArray<{ readonly what: string; readonly scenario: ScenarioName; readonly path: string }> = [
  { what: 'no display', scenario: 'design', path: '/displays' },
  { what: 'displays that cannot be read', scenario: 'failing', path: '/displays' },
  { what: 'displays in every state', scenario: 'fleet', path: '/displays' },
  { what: 'displays of others', scenario: 'fleet-viewer', path: '/displays' },
  { what: 'a screen that is approved', scenario: 'fleet', path: '/displays?open=approve' },
  { what: 'a display with a slide of each kind', scenario: 'fleet', path: '/displays?display=loading-bay' },
  { what: 'a display that is gone', scenario: 'fleet', path: '/displays?display=gone' },
];
for (const { what, scenario, path } of DISPLAYS) {
  test.describe('displays', () => {
    test.use({ provoked: FAILING.includes(scenario) ? [FAILED_REQUEST] : [] });
    test(`axe finds something on ${what}`, async ({ page }) => {
      await openScenario(page, scenario, path);
      await settled(page);
      await inEveryLook(page);
    });
  });
}

test('axe finds something on the dialog that revokes a display, or on what is refused in its form', async ({
  page,
}) => {
  await openScenario(page, 'fleet', '/displays');
  await page.getByRole('button', { name: 'Revoke Canteen' }).click();
  await expect(page.getByRole('dialog', { name: 'Revoke “Canteen”?' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tell Entrance hall' }).click();
  await expect(page.getByRole('menu', { name: 'Tell Entrance hall' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Approve a screen' }).click();
  await page.getByRole('textbox', { name: 'Code on the screen' }).fill('k0');
  await page.getByRole('button', { name: 'Approve the screen' }).click();
  await expect(page.getByText('There is no O or 0 in a code', { exact: false })).toBeVisible();
  await expectAccessible(page);
});

/** Nobody is signed in: Chromium notes every request that is refused therefore. */
const ACCESS: ReadonlyArray<{ readonly what: string; readonly scenario: ScenarioName; readonly path: string }> = [
  { what: 'the sign-in', scenario: 'signed-out', path: '/review' },
  { what: 'an invitation', scenario: 'signed-out', path: '/invitation#welcome-jan' },
  { what: 'a link that does not work any more', scenario: 'signed-out', path: '/invitation#used' },
  { what: 'people', scenario: 'administrator', path: '/people' },
  { what: 'keys', scenario: 'administrator', path: '/people?show=keys' },
  { what: 'the log', scenario: 'administrator', path: '/people?show=log' },
  { what: 'the review of a viewer', scenario: 'viewer', path: '/review' },
  { what: 'a figure whose records are not shown', scenario: 'no-records', path: '/?figure=on-time' },
];
for (const { what, scenario, path } of ACCESS) {
  test.describe('access', () => {
    test.use({ provoked: scenario === 'signed-out' ? [FAILED_REQUEST] : [] });
    test(`axe finds something on ${what}`, async ({ page }) => {
      await openScenario(page, scenario, path);
      await settled(page);
      await inEveryLook(page);
    });
  });
}

test.describe('access', () => {
  test('axe finds something on the dialogs of people and keys, or on the account', async ({ page }) => {
    await openScenario(page, 'administrator', '/people');
    await page.getByRole('button', { name: 'Change Tom Adeyemi' }).click();
    await page.getByRole('button', { name: 'Make a link for a new password' }).click();
    await expect(page.getByRole('textbox', { name: 'One-time link' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByText('Keys', { exact: true }).click();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Account of Ines Duarte' }).click();
    await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
    await expectAccessible(page);
  });
});

test('axe finds something on the palette', async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('axe finds something on the list of keys', async ({ page }) => {
  await openScenario(page, 'design');
  await settled(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});
