import type { Sql } from '../db/database.ts';
import { deliveredBeforeOrdered } from './check-record.ts';
import type { PendingRecord } from './read-records.ts';
import type { RowTally } from './row-tally.ts';

const IDS_PER_QUERY = 400;

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
    const orderedAt = new Map<string, number>();
    for (let at = 0; at < ids.length; at += IDS_PER_QUERY) {
      const some = ids.slice(at, at + IDS_PER_QUERY);
      const places = some.map((_, index) => `$${index + 1}`).join(', ');
      const rows = await db.all<{ order_id: string; ordered_at: number }>(
        `select order_id, ordered_at from orders where order_id in (${places})`,
        some,
      );
      for (const row of rows) orderedAt.set(row.order_id, row.ordered_at);
    }
    const refused = new Set<number>();
    for (const { draft, line, cells } of lines) {
      const problem = deliveredBeforeOrdered(orderedAt.get(String(draft['order_id'])), draft['delivered_at']);
      if (problem === null || refused.has(line)) continue;
      refused.add(line);
      tally.refuse(line, cells, problem);
    }
    return refused.size === 0 ? records : records.filter(({ line }) => !refused.has(line));
  };
};
