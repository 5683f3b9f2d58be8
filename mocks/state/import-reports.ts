import type { ImportReport } from '../../src/contract/imports.ts';
import { isoDate, isoWeekLabel, mondayOf, sundayOf } from '../../src/domain/week.ts';
import type { Dataset } from '../fixtures/dataset.ts';

export const NO_COUNTS: ImportReport['counts'] = { read: 0, new: 0, changed: 0, unchanged: 0, refused: 0, warned: 0 };

/** A report as it stands before anything was read. */
export function newReport(id: number, fileName: string, startedAt: string): ImportReport {
  return {
    id,
    status: 'queued',
    dryRun: false,
    fileName,
    fileHash: null,
    source: 'upload',
    by: 'you',
    startedAt,
    endedAt: null,
    counts: NO_COUNTS,
    records: {},
    weeks: null,
    covers: null,
    dialect: null,
    refusedRows: [],
    warnings: [],
    error: null,
  };
}

/** The imports that brought the fixture's data; none where there is none. */
export function pastImports(dataset: Dataset): readonly ImportReport[] {
  if (dataset.pipelineRanAt === null) return [];
  const week = dataset.lastWholeWeek;
  const past = (id: number, fileName: string, read: number, refused: number): ImportReport => ({
    ...newReport(id, fileName, dataset.pipelineRanAt ?? dataset.now),
    status: 'done',
    by: 'nightly job',
    fileHash: `5f3c0de${id}`,
    endedAt: dataset.pipelineRanAt,
    counts: { ...NO_COUNTS, read, new: read - refused, refused },
    records: { orders: read - refused },
    weeks: { from: isoWeekLabel(week), to: isoWeekLabel(week), count: 1 },
    covers: { from: isoDate(mondayOf(week)), to: isoDate(sundayOf(week)) },
    dialect: { encoding: 'UTF-8', delimiter: 'comma', lineEnds: 'LF' },
    refusedRows:
      refused === 0 ? [] : [{ line: 118, column: 'promised_at', value: '31/02/2026', reason: '31/02/2026 is no date' }],
  });
  return [past(1, 'orders-2026-w45.csv', 3079, 0), past(2, 'orders-2026-w46.csv', 3215, 1)];
}
