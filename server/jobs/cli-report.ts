import type { ImportProgress, ImportReport, RowProblem } from '../../src/contract/imports.ts';

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });

const duration = (seconds: number): string =>
  seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;

const BAR_CELLS = 24;

const PHASE_WORDS: Readonly<Record<ImportProgress['phase'], string>> = {
  waiting: 'waiting',
  reading: 'reading',
  writing: 'writing',
  'rolling-up': 'counting weeks',
  done: 'done',
};

/** One line that says how far an import is. */
export const progressLine = ({ phase, rowsRead, rowsPerSecond, fraction, secondsLeft }: ImportProgress): string => {
  const part = fraction ?? 0;
  const full = Math.round(part * BAR_CELLS);
  const bar = '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
  const left = secondsLeft === null || phase !== 'reading' ? '' : `, ${duration(secondsLeft)} left`;
  const speed = rowsPerSecond === 0 ? '' : `, ${number(rowsPerSecond)} rows/s`;
  return `${bar} ${String(Math.round(part * 100)).padStart(3)} %  ${PHASE_WORDS[phase]}: ${number(rowsRead)} rows${speed}${left}`;
};

const problemLine = ({ line, column, value, reason }: RowProblem): string => {
  const at = column === null ? '' : `, ${column}`;
  return `    line ${line}${at}${value === null ? '' : ` “${value}”`}: ${reason}`;
};

const SHOWN = 10;

const problems = (title: string, rows: readonly RowProblem[], all: number): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `  ${title}:`,
        ...rows.slice(0, SHOWN).map(problemLine),
        ...(all > SHOWN ? [`    … and ${number(all - SHOWN)} more`] : []),
      ];

/** What came of an import, for the terminal. */
export const reportLines = (report: ImportReport): readonly string[] => {
  const { counts, error } = report;
  if (error !== null || report.status !== 'done') {
    return [
      `  ${report.status === 'cancelled' ? 'Cancelled' : 'Refused'}: ${error?.message ?? 'nothing was written.'}`,
      ...problems('Refused rows', report.refusedRows, counts.refused),
      '  Nothing was written.',
    ];
  }
  const rows = [
    ['new', counts.new],
    ['changed', counts.changed],
    ['unchanged', counts.unchanged],
    ['refused', counts.refused],
    ['with warnings', counts.warned],
  ] as const;
  const records = Object.entries(report.records).filter(([, count]) => count > 0);
  return [
    `  ${number(counts.read)} rows read${report.dryRun ? ' (dry run: nothing was written)' : ''}`,
    ...rows.map(([name, count]) => `    ${name.padEnd(14)}${number(count).padStart(12)}`),
    ...(records.length === 0
      ? []
      : [`  Records: ${records.map(([kind, count]) => `${number(count)} ${kind}`).join(', ')}`]),
    ...(report.covers === null ? [] : [`  Covers ${report.covers.from} to ${report.covers.to}`]),
    ...(report.weeks === null
      ? []
      : [`  Figures of ${number(report.weeks.count)} weeks moved, ${report.weeks.from} to ${report.weeks.to}`]),
    ...problems('Refused rows', report.refusedRows, counts.refused),
    ...problems('Warnings', report.warnings, Math.max(counts.warned, report.warnings.length)),
  ];
};

/** One line a report, for `--list`. */
export const listLine = (report: ImportReport): string => {
  const { counts } = report;
  const what = `${number(counts.new)} new, ${number(counts.changed)} changed, ${number(counts.refused)} refused`;
  const name = report.dryRun ? `${report.fileName} (dry run)` : report.fileName;
  return `${String(report.id).padStart(5)}  ${report.startedAt.slice(0, 16).replace('T', ' ')}  ${report.status.padEnd(9)}  ${name} (${report.source}): ${what}`;
};
