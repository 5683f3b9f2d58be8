import type { RowProblem } from '../../src/contract/imports.ts';
import type { CellProblem } from './row-problem.ts';

/** So many rows are listed in the report; the others are counted, and refused ones written to the list of refused rows. */
export const LISTED_ROWS = 100;

/** A refused row with its cells, for the list that can be mended and imported again. */
export type RefusedRow = { readonly problem: RowProblem; readonly cells: readonly string[] };

/** Counts and lists what the rows of one file came to. */
export const rowTally = (onRefused: (row: RefusedRow) => void = () => undefined) => {
  let read = 0;
  let refused = 0;
  let warned = 0;
  let lastWarned = -1;
  const refusedRows: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  /* One reason may concern every row: list some of each. */
  const listedPerReason = new Map<string, number>();

  return {
    readRow: (): void => {
      read += 1;
    },
    refuse: (line: number, cells: readonly string[], problem: CellProblem): void => {
      refused += 1;
      const row = { line, ...problem };
      if (refusedRows.length < LISTED_ROWS) refusedRows.push(row);
      onRefused({ problem: row, cells });
    },
    warn: (line: number, problem: CellProblem): void => {
      if (line !== lastWarned) {
        warned += 1;
        lastWarned = line;
      }
      const key = `${problem.column ?? ''} ${problem.reason}`;
      const listed = listedPerReason.get(key) ?? 0;
      if (listed >= 10 || warnings.length >= LISTED_ROWS) return;
      listedPerReason.set(key, listed + 1);
      warnings.push({ line, ...problem });
    },
    counts: () => ({ read, refused, warned }),
    listed: () => ({ refusedRows, warnings }),
  };
};

export type RowTally = ReturnType<typeof rowTally>;
