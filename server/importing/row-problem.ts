/** What is wrong with one cell (or with the row, where there is no column). */
export type CellProblem = { readonly column: string | null; readonly value: string | null; readonly reason: string };

const SHOWN_CHARACTERS = 120;

export const cellProblem = (column: string | null, value: string | null, reason: string): CellProblem => ({
  column,
  value: value !== null && value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value,
  reason,
});

export const isProblem = (value: unknown): value is CellProblem =>
  typeof value === 'object' && value !== null && 'reason' in value;
