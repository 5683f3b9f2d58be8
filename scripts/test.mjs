/**
 * `npm test`: types, lint, architecture, unit, contract, database, component and browser tests, and the build.
 * Runs every step even when one fails, and closes with one line: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findPoppler, findPostgres } from './find-tools.mjs';

const reports = await mkdtemp(join(tmpdir(), 'kept-test-'));
const bin = (path) => join('node_modules', path);
const env = { ...process.env, CHROMIUM_PATH: await findChromium() };
console.log(`Chromium: ${env.CHROMIUM_PATH}\nPostgreSQL: ${findPostgres()}\npoppler: ${findPoppler()}`);

const oneCheck = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

async function vitestCounts(code, file) {
  const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
  const passed = report.numPassedTests ?? 0;
  const failed =
    (report.numFailedTests ?? 0) +
    (report.testResults ?? []).filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
      .length;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function playwrightCounts(code, file) {
  const { stats } = JSON.parse(await readFile(file, 'utf8').catch(() => '{"stats":{}}'));
  const failed = stats.unexpected ?? 0;
  return { passed: (stats.expected ?? 0) + (stats.flaky ?? 0), failed: code !== 0 && failed === 0 ? 1 : failed };
}

const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const STEPS = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '-b'], count: oneCheck },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], count: oneCheck },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'], count: oneCheck },
  {
    name: 'architecture',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'server', 'mocks', 'tests'],
    count: oneCheck,
  },
  { name: 'unused code', args: [bin('knip/bin/knip.js')], count: oneCheck },
  { name: 'build', args: [bin('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], count: oneCheck },
  {
    name: 'unit, database, contract and component tests',
    args: [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    count: (code) => vitestCounts(code, vitestReport),
  },
  {
    name: 'browser tests',
    args: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    count: (code) => playwrightCounts(code, playwrightReport),
  },
];

const run = (step) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, step.args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...env, ...step.env },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });

let passed = 0;
let failed = 0;
const failedSteps = [];
for (const step of STEPS) {
  console.log(`\n── ${step.name}`);
  const counts = await step.count(await run(step));
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) failedSteps.push(step.name);
  console.log(`── ${step.name}: ${counts.failed === 0 ? 'passed' : 'FAILED'}`);
}
await rm(reports, { recursive: true, force: true });

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
