import { defineConfig, devices } from '@playwright/test';
import { MOCKS_PORT, SERVICE_PORT } from './tests/browser/ports.ts';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A machine that is five times slower than a desk's, and busy, must fail on what is wrong alone. */
const PATIENCE_MS = 30_000;

/** Real Chromium on two built pages: one on the mocks (every state by name), one on the service with the sample company. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 4 * PATIENCE_MS,
  expect: { timeout: PATIENCE_MS, toPass: { timeout: PATIENCE_MS } },
  reporter: [['line']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
    // Recording takes a fifth of the time: `npx playwright test --trace retain-on-failure` where a failure needs one.
    trace: 'off',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args },
  },
  projects: [
    { name: 'mocks', testIgnore: '**/service/**', use: { baseURL: `http://127.0.0.1:${MOCKS_PORT}` } },
    {
      name: 'service',
      testMatch: '**/service/**/*.spec.ts',
      // They import into one company and undo it again: one after the other.
      fullyParallel: false,
      workers: 1,
      use: { baseURL: `http://127.0.0.1:${SERVICE_PORT}`, serviceWorkers: 'block' },
    },
  ],
  webServer: [
    {
      name: 'mocks',
      command: 'node --import tsx tests/browser/serve-mocks.ts',
      url: `http://127.0.0.1:${MOCKS_PORT}/ready`,
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    },
    {
      name: 'service',
      command: 'node --import tsx tests/browser/serve-sample.ts',
      url: `http://127.0.0.1:${SERVICE_PORT + 1}/ready`,
      timeout: 240_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    },
  ],
});
