import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { csvField } from '../../src/domain/csv-cell.ts';
import type { WriteResult } from '../records/types.ts';
import type { CellRows } from './read-csv.ts';
import type { RefusedRow } from './row-tally.ts';

/** Where the refused rows of an import are kept for download. */
export const refusedPath = (dataFolder: string, importId: number): string =>
  join(dataFolder, 'refused', `${importId}.csv`);

const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A cell of a file that somebody sent, so that a spreadsheet runs nothing of it; plain numbers stay as they are. */
export const harmlessCell = (text: string): string =>
  PLAIN_NUMBER.test(text) ? (text.includes(',') ? `"${text}"` : text) : csvField(text);

const csvLine = (cells: readonly string[]): string => `${cells.map(harmlessCell).join(',')}\r\n`;

/** Writes refused rows with their reasons behind them, so that the list can be mended and imported again. */
export const refusedList = (path: string, header: () => readonly string[]) => {
  let stream: WriteStream | null = null;
  let failure: Error | null = null;
  const waiting: string[] = [];
  return {
    add: ({ problem, cells }: RefusedRow): void => {
      if (waiting.length === 0 && stream === null) {
        waiting.push(csvLine([...header(), 'refused_line', 'refused_column', 'refused_value', 'refused_reason']));
      }
      waiting.push(
        csvLine([...cells, String(problem.line), problem.column ?? '', problem.value ?? '', problem.reason]),
      );
    },
    /** Called between batches: what is waiting goes to the disk, and memory stays flat. */
    flush: async (): Promise<void> => {
      if (waiting.length === 0) return;
      if (stream === null) {
        await mkdir(dirname(path), { recursive: true });
        stream = createWriteStream(path);
        /* A full disk shows only later; it is thrown by whichever step comes next. */
        stream.on('error', (error) => {
          failure ??= error;
        });
      }
      if (failure !== null) throw failure;
      const text = waiting.splice(0).join('');
      if (!stream.write(text)) await once(stream, 'drain');
    },
    close: async (): Promise<void> => {
      const open = stream;
      stream = null;
      if (open === null) return;
      if (failure !== null) throw failure;
      open.end();
      await once(open, 'close');
    },
    discard: async (): Promise<void> => {
      stream?.destroy();
      await rm(path, { force: true });
    },
  };
};

export type RefusedList = ReturnType<typeof refusedList>;

/**
 * Some rows are refused only when they are compared with what stands (figures that Kept counts itself, ids of another
 * source): their cells are looked up by their lines, so that the list holds them too.
 */
export const listRefusedByWriter = async (
  { problems }: Pick<WriteResult, 'problems'>,
  rows: AsyncIterable<CellRows>,
  list: RefusedList,
): Promise<void> => {
  const byLine = new Map(
    problems.flatMap((problem) => (problem.line === null ? [] : [[problem.line, problem] as const])),
  );
  if (byLine.size === 0) return;
  for await (const batch of rows) {
    for (const [index, cells] of batch.rows.entries()) {
      const problem = byLine.get(batch.lines[index] ?? 0);
      if (problem === undefined) continue;
      list.add({
        problem: { line: problem.line ?? 0, column: null, value: problem.id, reason: problem.reason },
        cells,
      });
    }
    await list.flush();
  }
};
