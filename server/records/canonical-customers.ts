import type { Transaction } from '../db/database.ts';
import type { KindChange } from '../rollup/change-set.ts';

/** Customer and the one that it was merged into. */
type Merges = ReadonlyMap<string, string>;

/**
 * The customer that stands at the end of a chain of merges. Merges in a circle end at the smallest id of the circle, so
 * that all of it counts as one customer.
 */
export const canonicalCustomer = (id: string, merges: Merges): string => {
  const path: string[] = [];
  for (let at = id; ;) {
    const turn = path.indexOf(at);
    if (turn >= 0) return path.slice(turn).reduce((least, other) => (other < least ? other : least));
    path.push(at);
    const next = merges.get(at);
    if (next === undefined) return at;
    at = next;
  }
};

const MERGED = 'merged_into is not null and voided_at is null';

type MergeRow = { readonly customer_id: string; readonly merged_into: string };

/** Table `(id)` of the customers whose merges change: what they stood for before, and after. */
const MOVED_CUSTOMERS = 'moved_customer';
/** Table `(customer_id, canonical_id)` of every customer that is or was merged. */
const CANONICAL = 'canonical_customer';

export type CanonicalChange = {
  readonly movedCustomers: string;
  /** Writes `customers.canonical_id`; after the rows themselves were written. */
  readonly apply: () => Promise<void>;
};

/**
 * Follows the merges as they stand after a change of customers. Merges are few beside customers: they are held in memory.
 * @returns null where nobody is or was merged.
 */
export const followMerges = async (tx: Transaction, change: KindChange): Promise<CanonicalChange | null> => {
  const standing = await tx.all<MergeRow>(`select customer_id, merged_into from customers where ${MERGED}`);
  const staged = await tx.all<MergeRow>(`select customer_id, merged_into from ${change.stage} where ${MERGED}`);
  if (standing.length === 0 && staged.length === 0) return null;
  const touched = await tx.all<MergeRow>(
    `select customer_id, merged_into from customers where ${MERGED} and customer_id in (select id from ${change.touched})`,
  );
  const before = new Map(standing.map((row) => [row.customer_id, row.merged_into]));
  const after = new Map(before);
  for (const row of touched) after.delete(row.customer_id);
  for (const row of staged) after.set(row.customer_id, row.merged_into);

  const moved = new Set<string>();
  const canonical: Array<[string, string]> = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const was = canonicalCustomer(id, before);
    const is = canonicalCustomer(id, after);
    canonical.push([id, is]);
    if (was !== is) moved.add(was).add(is);
  }
  await tx.createTemp(CANONICAL, 'customer_id text primary key, canonical_id text not null');
  await tx.insertRows(CANONICAL, ['customer_id', 'canonical_id'], canonical);
  await tx.createTemp(MOVED_CUSTOMERS, 'id text primary key');
  await tx.insertRows(
    MOVED_CUSTOMERS,
    ['id'],
    [...moved].map((id) => [id]),
  );
  return {
    movedCustomers: MOVED_CUSTOMERS,
    apply: async () => {
      await tx.exec(
        `update customers set canonical_id = (
           select m.canonical_id from ${CANONICAL} m where m.customer_id = customers.customer_id)
         where customer_id in (select customer_id from ${CANONICAL})`,
      );
    },
  };
};
