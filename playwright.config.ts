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

/** Real Chromium on two built pages: one on the mocks (every state by name), one on the service with the sample company. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
    trace: 'retain-on-failure',
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
