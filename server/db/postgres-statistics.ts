import type { SqlValue } from './database.ts';

/** Fewer rows than these are read well by any plan. */
const WORTH_KNOWING_ROWS = 500;
/** A table whose rows changed by more than this share since its statistics were made is looked at again. */
const CHANGED_SHARE = 0.1;

const WRITES = /^\s*(?:insert\s+into|update)\s+"?(\w+)"?/i;

type Run = (text: string, parameters?: readonly SqlValue[]) => Promise<{ readonly rows: readonly unknown[] }>;

export type Statistics = {
  /** Notes what a statement changed. */
  readonly wrote: (text: string, rows: number) => void;
  readonly filled: (table: string, rows: number) => void;
  /** Brings the planner's statistics of the tables that changed much up to date; called before a statement. */
  readonly refresh: () => Promise<void>;
};

/**
 * The planner's statistics inside of one transaction. Autovacuum sees only what is committed, and temporary tables
 * never: without this a roll-up after a large load joins hundreds of thousands of rows by nested loops, because the
 * planner takes the tables for empty (minutes instead of a second).
 */
export const transactionStatistics = (run: Run): Statistics => {
  const changed = new Map<string, number>();
  const known = new Map<string, number>();
  const filled = (table: string, rows: number): void => {
    changed.set(table, (changed.get(table) ?? 0) + rows);
  };
  const rowsKnown = async (table: string): Promise<number> => {
    const found = known.get(table);
    if (found !== undefined) return found;
    const { rows } = await run(`select reltuples from pg_class where oid = to_regclass($1)`, [table]);
    const rowsThen = (rows[0] as { readonly reltuples?: number } | undefined)?.reltuples ?? 0;
    known.set(table, rowsThen);
    return rowsThen;
  };
  return {
    wrote: (text, rows) => {
      const table = WRITES.exec(text)?.[1];
      if (table !== undefined && rows > 0) filled(table, rows);
    },
    filled,
    refresh: async () => {
      for (const [table, rows] of [...changed]) {
        if (rows < WORTH_KNOWING_ROWS || rows < CHANGED_SHARE * (await rowsKnown(table))) continue;
        await run(`analyze ${table}`);
        changed.delete(table);
        known.delete(table);
      }
    },
  };
};
