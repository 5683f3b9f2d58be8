import type { ImportProgress, ImportReport } from '../../contract/imports.ts';

const STATUS_WORDS: Readonly<Record<ImportReport['status'], string>> = {
  queued: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  undone: 'Undone',
};

const PHASE_WORDS: Readonly<Record<ImportProgress['phase'], string>> = {
  waiting: 'Waiting for the import before it',
  reading: 'Reading rows',
  writing: 'Writing records',
  'rolling-up': 'Adding up the weeks',
  done: 'Done',
};

export function statusWords(report: Pick<ImportReport, 'status' | 'dryRun'>): string {
  return report.dryRun && report.status === 'done' ? 'Tried, nothing written' : STATUS_WORDS[report.status];
}

/** "1,204 new, 3 changed, 12 refused": what is none is left out. */
export function countWords(counts: ImportReport['counts'], format: (value: number) => string): string {
  const named: ReadonlyArray<readonly [number, string]> = [
    [counts.new, 'new'],
    [counts.changed, 'changed'],
    [counts.unchanged, 'unchanged'],
    [counts.refused, 'refused'],
  ];
  const words = named.filter(([count]) => count > 0).map(([count, word]) => `${format(count)} ${word}`);
  return words.length === 0 ? 'no rows' : words.join(', ');
}

export function weekWords(weeks: ImportReport['weeks']): string {
  if (weeks === null) return 'none';
  return weeks.from === weeks.to ? weeks.from : `${weeks.from} to ${weeks.to}`;
}

/** "Reading rows: 120,000, 84,000 a second, 3 s left". */
export function progressWords(progress: ImportProgress, format: (value: number) => string): string {
  const rows = progress.rowsRead > 0 ? `: ${format(progress.rowsRead)}` : '';
  const pace = progress.rowsPerSecond > 0 ? `, ${format(Math.round(progress.rowsPerSecond))} a second` : '';
  const left = progress.secondsLeft === null ? '' : `, ${format(Math.ceil(progress.secondsLeft))} s left`;
  return `${PHASE_WORDS[progress.phase]}${rows}${pace}${left}`;
}

/** Only an import that wrote something can be undone. */
export function canUndo(report: ImportReport): boolean {
  return report.status === 'done' && !report.dryRun;
}

/** Where reading broke off, as an editor counts. */
export function errorWords(error: NonNullable<ImportReport['error']>): string {
  const line =
    error.line === null ? '' : ` (line ${error.line}${error.column === null ? '' : `, column ${error.column}`})`;
  return `${error.message}${line}`;
}
