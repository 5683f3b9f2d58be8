import { expect, test } from 'vitest';
import { progressLine, progressPrinter } from '../../../server/terminal-progress.ts';
import type { ImportProgress } from '../../../src/contract/imports.ts';

const at = (fraction: number | null, more: Partial<ImportProgress> = {}): ImportProgress => ({
  id: 1,
  status: 'running',
  phase: 'reading',
  rowsRead: 12_345,
  rowsPerSecond: 60_000,
  fraction,
  secondsLeft: 2.3,
  ...more,
});

test('a line says how far, how many, how fast and how long still', () => {
  expect(progressLine(at(0.5))).toBe(
    `${'█'.repeat(15)}${'░'.repeat(15)}  50 %  12,345 rows, 60,000/s, 3 s left  reading`,
  );
});

test('what is not known yet is left out', () => {
  expect(progressLine(at(null, { rowsRead: 0, rowsPerSecond: 0, secondsLeft: null, phase: 'waiting' }))).toBe(
    `${'░'.repeat(30)}   0 %  0 rows  waiting`,
  );
});

test('a terminal shows one line that is rewritten, a file five lines', () => {
  const written: string[] = [];
  const write = (text: string): number => written.push(text);
  const steps = Array.from({ length: 101 }, (_, percent) => at(percent / 100));
  const toFile = progressPrinter({ write });
  steps.forEach(toFile.show);
  toFile.end();
  expect(written).toHaveLength(5);
  expect(written.every((line) => line.endsWith('\n'))).toBe(true);
  written.length = 0;
  const toTerminal = progressPrinter({ isTTY: true, write });
  steps.forEach(toTerminal.show);
  toTerminal.end();
  expect(written).toHaveLength(102);
  expect(written.join('')).not.toContain('\n');
});
