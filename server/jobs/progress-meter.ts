import type { ImportProgress, ImportStatus } from '../../src/contract/imports.ts';
import type { JobProgress } from './job-types.ts';

/** Rows and share of the work at a time, in milliseconds of any steady clock. */
type Mark = { readonly at: number; readonly rowsRead: number; readonly fraction: number };

const WINDOW_MS = 5000;

/** Turns what a job tells into rows a second and time left, over the last five seconds. */
export const progressMeter = (id: number, steadyClock: () => number) => {
  let marks: readonly Mark[] = [];
  let latest: ImportProgress = {
    id,
    status: 'queued',
    phase: 'waiting',
    rowsRead: 0,
    rowsPerSecond: 0,
    fraction: null,
    secondsLeft: null,
  };
  return {
    latest: (): ImportProgress => latest,
    tell: ({ phase, rowsRead, fraction }: JobProgress): ImportProgress => {
      const at = steadyClock();
      marks = [...marks.filter((mark) => at - mark.at <= WINDOW_MS), { at, rowsRead, fraction: fraction ?? 0 }];
      const first = marks[0];
      const seconds = first === undefined ? 0 : (at - first.at) / 1000;
      const rowsPerSecond = first === undefined || seconds === 0 ? 0 : (rowsRead - first.rowsRead) / seconds;
      const perSecond =
        first === undefined || seconds === 0 || fraction === null ? 0 : (fraction - first.fraction) / seconds;
      latest = {
        id,
        status: 'running',
        phase,
        rowsRead,
        rowsPerSecond: Math.max(0, Math.round(rowsPerSecond)),
        fraction,
        secondsLeft: fraction === null || perSecond <= 0 ? null : Math.round(((1 - fraction) / perSecond) * 10) / 10,
      };
      return latest;
    },
    end: (status: ImportStatus): ImportProgress => {
      latest = { ...latest, status, phase: 'done', fraction: status === 'done' ? 1 : latest.fraction, secondsLeft: 0 };
      return latest;
    },
  };
};

export type ProgressMeter = ReturnType<typeof progressMeter>;
