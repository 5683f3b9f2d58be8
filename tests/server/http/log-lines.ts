import { createLog, type Log } from '../../../server/log.ts';

export type LogLine = Readonly<Record<string, unknown>> & { readonly level: string; readonly msg: string };

/** A log whose lines the test reads. */
export const readableLog = (level = 'debug'): { readonly log: Log; readonly lines: () => readonly LogLine[] } => {
  const written: string[] = [];
  const log = createLog(level, { write: (line) => void written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line) as LogLine) };
};
