import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../src/contract/imports.ts';
import {
  canUndo,
  countWords,
  errorWords,
  progressWords,
  statusWords,
  weekWords,
} from '../../../src/features/data/import-words.ts';

const format = (value: number): string => value.toLocaleString('en-GB');

const REPORT: ImportReport = {
  id: 1,
  status: 'done',
  dryRun: false,
  fileName: 'orders.csv',
  fileHash: null,
  source: 'upload',
  by: 'someone',
  startedAt: '2026-11-16T06:02:11.000Z',
  endedAt: null,
  counts: { read: 5, new: 3, changed: 0, unchanged: 1, refused: 1, warned: 0 },
  records: {},
  weeks: null,
  covers: null,
  dialect: null,
  refusedRows: [],
  warnings: [],
  error: null,
};

describe('words of an import', () => {
  it('a trial is never called done: nothing was written', () => {
    expect(statusWords({ status: 'done', dryRun: true })).toBe('Tried, nothing written');
    expect(canUndo({ ...REPORT, dryRun: true })).toBe(false);
  });

  it.each(['failed', 'cancelled', 'undone', 'running', 'queued'] as const)('a %s import offers no undo', (status) => {
    expect(canUndo({ ...REPORT, status })).toBe(false);
  });

  it('counts leave out what is none, and a file without rows says so', () => {
    expect(countWords(REPORT.counts, format)).toBe('3 new, 1 unchanged, 1 refused');
    expect(countWords({ ...REPORT.counts, new: 0, unchanged: 0, refused: 0 }, format)).toBe('no rows');
  });

  it('an error names line and column where they are known', () => {
    expect(errorWords({ message: 'Breaks off.', line: 7, column: 'name' })).toBe('Breaks off. (line 7, column name)');
    expect(errorWords({ message: 'No text.', line: null, column: null })).toBe('No text.');
  });

  it('weeks and progress read as sentences', () => {
    expect(weekWords({ from: '2026-W44', to: '2026-W46', count: 3 })).toBe('2026-W44 to 2026-W46');
    const progress = {
      id: 1,
      status: 'running',
      phase: 'reading',
      rowsRead: 120_000,
      rowsPerSecond: 84_000.4,
      fraction: 0.4,
      secondsLeft: 2.1,
    } as const;
    expect(progressWords(progress, format)).toBe('Reading rows: 120,000, 84,000 a second, 3 s left');
  });
});
