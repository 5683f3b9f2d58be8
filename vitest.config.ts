import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  plugins: [react()],
  test: {
    env: { TZ: 'UTC' },
    // Every core: most of a test is waiting for a database, a process or a page.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Whatever is in no other project: a new folder must not fall out of the run.
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{db,contract,browser}/**'],
          setupFiles: ['tests/setup/node.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          environment: 'node',
          include: ['tests/db/**/*.test.ts'],
          setupFiles: ['tests/setup/node.ts'],
          globalSetup: ['tests/db/setup/global.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/contract/**/*.test.ts'],
          globalSetup: ['tests/db/setup/global.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Found late, a dependency is bundled anew in mid-run: two copies of React, "Invalid hook call".
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'recharts',
            'wouter',
            'wouter/use-browser-location',
            'zod/mini',
            'zustand',
            'zustand/middleware',
            'cmdk',
            'fast-check',
            '@tanstack/react-query',
            '@testing-library/react',
            '@testing-library/user-event',
            '@testing-library/jest-dom/vitest',
            'msw',
            'msw/browser',
          ],
        },
        test: {
          name: 'component',
          testTimeout: 30_000,
          include: ['tests/**/*.test.tsx'],
          setupFiles: ['tests/setup/component.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromium, args: chromiumArgs },
              contextOptions: { timezoneId: 'Europe/Madrid', locale: 'en-GB' },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1440, height: 900 } }],
          },
        },
      },
    ],
  },
});
