import { expect, test as base, type Page } from '@playwright/test';
import { SCENARIOS, type ScenarioName } from '../../mocks/scenarios.ts';

type Watched = {
  /** Patterns of console errors that a test provokes. */
  readonly provoked: readonly RegExp[];
  readonly watch: undefined;
};

/**
 * Every test fails on an error in the console, on an exception that nobody caught and on a violation of the
 * Content-Security-Policy (Chromium reports it as a console error).
 */
export const test = base.extend<Watched>({
  provoked: [[], { option: true }],
  watch: [
    async ({ page, provoked }, use) => {
      const said: string[] = [];
      page.on('pageerror', (error) => said.push(`exception: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(`console: ${message.text()} ${message.location().url}`);
      });
      await use(undefined);
      expect(said.filter((text) => !provoked.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Chromium's own line for an answer that is none or an error; scenarios that fail provoke it. */
export const FAILED_REQUEST = /Failed to load resource/;

export const FAILING: readonly ScenarioName[] = ['failing', 'disconnected', 'database-lost', 'conflict'];

/** `on-demand`: the browser is never idle by itself, only when `beIdle` says so. */
export type Idle = 'as-usual' | 'on-demand';

/** Opens a page of a scenario at the scenario's own moment; time goes on from there, and may be wound forward. */
export async function openScenario(
  page: Page,
  scenario: ScenarioName,
  path = '/',
  idle: Idle = 'as-usual',
): Promise<void> {
  await page.clock.install({ time: new Date(SCENARIOS[scenario].dataset().now) });
  // After the clock, which brings a requestIdleCallback of its own.
  if (idle === 'on-demand')
    await page.addInitScript(() => {
      const waiting = new Map<number, IdleRequestCallback>();
      let next = 1;
      window.requestIdleCallback = (run) => {
        waiting.set(next, run);
        return next++;
      };
      window.cancelIdleCallback = (handle) => waiting.delete(handle);
      window.addEventListener('be-idle', () => {
        for (const [handle, run] of [...waiting]) {
          waiting.delete(handle);
          run({ didTimeout: false, timeRemaining: () => 50 });
        }
      });
    });
  const [plain = '', fragment] = path.split('#');
  const query = `${plain.includes('?') ? '&' : '?'}scenario=${scenario}`;
  await page.goto(`${plain}${query}${fragment === undefined ? '' : `#${fragment}`}`);
}

/** The page is there, nothing is loading, and what it says does not change any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const main = page.locator('main');
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await main.innerText();
        const same = now === before;
        before = now;
        return same;
      },
      { intervals: [200] },
    )
    .toBe(true);
}

export async function beIdle(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('be-idle')));
}

/** The picture of a trend by its title, whoever draws it. */
export function picture(page: Page, title: string) {
  return page.getByRole('application', { name: title });
}
