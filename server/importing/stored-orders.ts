import type { Dialect, Sql } from '../db/database.ts';
import { deliveredBeforeOrdered } from './check-record.ts';
import type { PendingRecord } from './compile-mapping.ts';
import type { RowTally } from './row-tally.ts';

/**
 * Orders of a list of ids (a JSON array, one parameter) that were made after an instant: no other order can have been
 * made after one of the batch's deliveries. The two databases name the reading of JSON differently.
 */
const ordersByIds = (ids: string): string =>
  `select o.order_id, o.ordered_at from ${ids} join orders o on o.order_id = ids.value
   where o.ordered_at > cast($2 as bigint)`;
const ORDERS_BY_IDS: Readonly<Record<Dialect, string>> = {
  sqlite: ordersByIds('json_each($1) ids'),
  postgres: ordersByIds('json_array_elements_text(cast($1 as json)) as ids(value)'),
};

/** Checks records against what stands, a batch at a time; answers those that pass and refuses the others in the tally. */
export type CheckStored = (records: readonly PendingRecord[], tally: RowTally) => Promise<readonly PendingRecord[]>;

/** Orders that the same rows bring are checked with the row; a file of lines alone is checked against stored orders. */
const linesToCheck = (records: readonly PendingRecord[]): readonly PendingRecord[] => {
  if (records.some(({ kind, ifMissing }) => kind === 'orders' && !ifMissing)) return [];
  return records.filter(({ kind, draft }) => kind === 'order_lines' && typeof draft['delivered_at'] === 'number');
};

/** Refuses lines that were delivered before their stored order was made. */
export const checkStoredOrders = (db: Sql): CheckStored => {
  let anyOrder: boolean | null = null;
  return async (records, tally) => {
    const lines = linesToCheck(records);
    if (lines.length === 0) return records;
    anyOrder ??= (await db.all(`select 1 as one from orders limit 1`)).length > 0;
    if (!anyOrder) return records;
    const ids = [...new Set(lines.map(({ draft }) => String(draft['order_id'])))];
    const earliest = lines.reduce((least, { draft }) => Math.min(least, Number(draft['delivered_at'])), Infinity);
    const found = await db.all<{ order_id: string; ordered_at: number }>(ORDERS_BY_IDS[db.dialect], [
      JSON.stringify(ids),
      earliest,
    ]);
    if (found.length === 0) return records;
    const orderedAt = new Map(found.map((row) => [row.order_id, row.ordered_at]));
    const refused = new Set<number>();
    for (const { draft, line, cells } of lines) {
      const problem = deliveredBeforeOrdered(orderedAt.get(String(draft['order_id'])), draft['delivered_at']);
      if (problem === null || refused.has(line)) continue;
      refused.add(line);
      tally.refuse(line, cells, problem);
    }
    return refused.size === 0 ? records : records.filter(({ line, ifMissing }) => ifMissing || !refused.has(line));
  };
};
