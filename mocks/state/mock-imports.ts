import type { ImportProgress, ImportQuery, ImportReport } from '../../src/contract/imports.ts';
import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { isoWeekLabel } from '../../src/domain/week.ts';
import type { Dataset } from '../fixtures/dataset.ts';
import { design } from '../fixtures/design.ts';
import { withoutReviews } from '../fixtures/variants.ts';
import type { Behaviour } from '../scenario-types.ts';
import { applyRows } from './apply-rows.ts';
import { NO_COUNTS, newReport, pastImports } from './import-reports.ts';
import { readImport, type HeldRow, type HeldRows } from './read-import.ts';
import { subscribers } from './subscribers.ts';

/** What an import added, so that undoing it is leaving it out. */
type Written = { readonly kind: RecordKind; readonly rows: HeldRows } | { readonly kind: 'sample' };

export type MockImports = {
  readonly dataset: () => Dataset;
  readonly list: () => readonly ImportReport[];
  readonly find: (id: number) => ImportReport | undefined;
  readonly running: () => boolean;
  /** `by`: who sends it. */
  readonly start: (text: string, query: ImportQuery, by?: string) => ImportReport;
  readonly startSample: () => ImportReport;
  readonly ended: (id: number) => Promise<ImportReport>;
  readonly cancel: (id: number) => ImportReport;
  readonly undo: (id: number) => ImportReport;
  readonly progressOf: (id: number) => ImportProgress;
  readonly onProgress: (listener: (event: ImportProgress) => void) => () => void;
};

const STEPS = ['waiting', 'reading', 'writing', 'rolling-up', 'done'] as const;
const HEX = (text: string): string =>
  Array.from(text)
    .reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)
    .toString(16)
    .replace('-', '')
    .padStart(8, '0');

/** The imports of one mocked service, which move its data; `moved` is called when they do. */
export function createImports(first: Dataset, behaviour: Behaviour, moved: () => void): MockImports {
  const reports = new Map<number, ImportReport>(pastImports(first).map((report) => [report.id, report]));
  const written = new Map<number, Written>();
  const steps = new Map<number, number>();
  const progress = subscribers<ImportProgress>();
  let dataset = first;

  const rebuild = (): void => {
    dataset = [...written.values()].reduce<Dataset>(
      (result, entry) =>
        entry.kind === 'sample'
          ? { ...withoutReviews(design), sample: true }
          : applyRows(
              { ...result, pipelineRanAt: result.now },
              entry.kind,
              [...entry.rows.values()].map(({ row }) => row),
            ),
      first,
    );
    moved();
  };
  const held = (kind: RecordKind): HeldRows => {
    const rows = new Map<string, HeldRow>();
    for (const entry of written.values())
      if (entry.kind === kind) for (const [id, row] of entry.rows) rows.set(id, row);
    return rows;
  };
  const find = (id: number): ImportReport | undefined => reports.get(id);
  const known = (id: number): ImportReport => {
    const report = find(id);
    if (report === undefined) throw new Error(`No import ${id}`);
    return report;
  };
  const put = (report: ImportReport): ImportReport => {
    reports.set(report.id, report);
    return report;
  };
  const progressOf = (id: number): ImportProgress => {
    const report = known(id);
    const step = steps.get(id) ?? STEPS.length - 1;
    const rowsRead = Math.round((report.counts.read * Math.min(step, 2)) / 2);
    const over = report.status !== 'queued' && report.status !== 'running';
    return {
      id,
      status: report.status,
      phase: over ? 'done' : (STEPS[step] ?? 'done'),
      rowsRead: over ? report.counts.read : rowsRead,
      rowsPerSecond: over ? 0 : 85_000,
      fraction: over ? 1 : step / (STEPS.length - 1),
      secondsLeft: over ? 0 : STEPS.length - 1 - step,
    };
  };
  /** Walks an import to its end, one step at a time; a cancelled one stops where it is. */
  const walk = (id: number, finish: () => ImportReport): void => {
    const next = (): void => {
      if (known(id).status === 'cancelled') return;
      const step = (steps.get(id) ?? 0) + 1;
      steps.set(id, step);
      if (step >= STEPS.length - 1) put(finish());
      else put({ ...known(id), status: 'running' });
      progress.tell(progressOf(id));
      if (step < STEPS.length - 1) setTimeout(next, behaviour.importStep);
    };
    steps.set(id, 0);
    setTimeout(next, behaviour.importStep);
  };
  const nextId = (): number => Math.max(0, ...reports.keys()) + 1;
  const labels = (): ImportReport['weeks'] => {
    const label = isoWeekLabel(dataset.lastWholeWeek);
    return { from: label, to: label, count: 1 };
  };

  const start = (text: string, query: ImportQuery, by = 'you'): ImportReport => {
    const report = put({
      ...newReport(nextId(), query.fileName, dataset.now),
      dryRun: query.dryRun,
      fileHash: HEX(text),
      by,
    });
    walk(report.id, () => {
      const read = readImport(text, query, held);
      const ended = { ...known(report.id), endedAt: dataset.now };
      if (read.kind === 'failed') {
        return { ...ended, status: 'failed', error: { message: read.message, line: read.line, column: null } };
      }
      const refusedRows = [...read.refused];
      if (query.strict && refusedRows.length > 0) {
        const message = `${refusedRows.length} rows are refused, and the import is strict: nothing was written.`;
        return {
          ...ended,
          status: 'failed',
          counts: read.counts,
          refusedRows,
          error: { message, line: null, column: null },
        };
      }
      const writes = !query.dryRun && read.written.size > 0;
      if (writes) {
        written.set(report.id, { kind: read.recordKind, rows: read.written });
        rebuild();
      }
      return {
        ...ended,
        status: 'done',
        counts: read.counts,
        refusedRows,
        records: { [read.recordKind]: read.written.size },
        weeks: writes ? labels() : null,
        dialect: { encoding: 'UTF-8', delimiter: 'comma', lineEnds: 'LF' },
      };
    });
    return report;
  };
  const startSample = (): ImportReport => {
    const report = put({ ...newReport(nextId(), 'Sample company', dataset.now), source: 'sample' });
    walk(report.id, () => {
      written.set(report.id, { kind: 'sample' });
      rebuild();
      const counts = { ...NO_COUNTS, read: 812_404, new: 812_404 };
      return { ...known(report.id), status: 'done', endedAt: dataset.now, counts, weeks: labels() };
    });
    return report;
  };
  if (behaviour.importing)
    start('order_id,customer_id,ordered_at\n', {
      fileName: 'orders-2026-11-29.csv',
      kind: 'orders',
      dryRun: false,
      strict: false,
      wait: false,
    });

  return {
    dataset: () => dataset,
    list: () => [...reports.values()].sort((a, b) => b.id - a.id),
    find,
    running: () => [...reports.values()].some(({ status }) => status === 'queued' || status === 'running'),
    start,
    startSample,
    ended: (id) =>
      new Promise((resolve) => {
        const stop = progress.add((event) => {
          if (event.id !== id || event.phase !== 'done') return;
          stop();
          resolve(known(id));
        });
      }),
    cancel: (id) => {
      const report = put({ ...known(id), status: 'cancelled', endedAt: dataset.now });
      progress.tell(progressOf(id));
      return report;
    },
    undo: (id) => {
      const report = put({ ...known(id), status: 'undone' });
      if (written.delete(id)) rebuild();
      return report;
    },
    progressOf,
    onProgress: progress.add,
  };
}
