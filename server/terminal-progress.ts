import type { ImportProgress } from '../src/contract/imports.ts';

const BAR_CELLS = 30;
const CLEAR_LINE = '\r\u001b[2K';

export type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

const PHASES: Readonly<Record<ImportProgress['phase'], string>> = {
  waiting: 'waiting',
  reading: 'reading',
  writing: 'writing',
  'rolling-up': 'computing figures',
  done: 'done',
};

/** One line: bar, share, rows, rows a second, time left. */
export const progressLine = (progress: ImportProgress): string => {
  const share = progress.fraction ?? 0;
  const filled = Math.round(share * BAR_CELLS);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  const rows = `${progress.rowsRead.toLocaleString('en')} rows`;
  const speed = progress.rowsPerSecond > 0 ? `, ${Math.round(progress.rowsPerSecond).toLocaleString('en')}/s` : '';
  const left = progress.secondsLeft === null ? '' : `, ${Math.ceil(progress.secondsLeft)} s left`;
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${rows}${speed}${left}  ${PHASES[progress.phase]}`;
};

/**
 * Shows the progress of an import: one line that is rewritten on a terminal; where the output is a file, a line for every
 * fifth of the way.
 */
export const progressPrinter = (
  terminal: Terminal,
): { readonly show: (progress: ImportProgress) => void; readonly end: () => void } => {
  let fifths = 0;
  return {
    show: (progress) => {
      if (terminal.isTTY === true) {
        terminal.write(`${CLEAR_LINE}${progressLine(progress)}`);
        return;
      }
      const reached = Math.floor((progress.fraction ?? 0) * 5);
      if (reached <= fifths) return;
      fifths = reached;
      terminal.write(`${progressLine(progress)}\n`);
    },
    end: () => {
      if (terminal.isTTY === true) terminal.write(CLEAR_LINE);
    },
  };
};
