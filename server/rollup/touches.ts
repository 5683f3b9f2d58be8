import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { type KeyKind, UNASSIGNED } from '../indicators/base.ts';

/** Keys that a change of rows touches. `sql` yields them (one column) from `rows`, SQL of the rows before or after. */
export type Touch = {
  readonly key: KeyKind;
  /** Every row touches about one key: many rows mean a large share of the keys. */
  readonly direct: boolean;
  readonly sql: (rows: string) => string;
};

const direct = (key: KeyKind, sql: Touch['sql']): Touch => ({ key, direct: true, sql });
const indirect = (key: KeyKind, sql: Touch['sql']): Touch => ({ key, direct: false, sql });

/**
 * Customers as they stand before the change. A customer whose merge is part of the change is touched by
 * `customer moves` under both ids, so that rows of other kinds need look at one mapping alone.
 */
const customerOf = (rows: string): string =>
  `select coalesce(cu.canonical_id, r.customer_id) from ${rows} r
   left join customers cu on cu.customer_id = r.customer_id where r.customer_id is not null`;

const orderOfClaim = (rows: string): string =>
  `select r.order_id from ${rows} r where r.order_id is not null
   union select l.order_id from ${rows} r join order_lines l on l.line_id = r.line_id`;

/** What hangs on standing claims `c` that a change moves without changing their rows. */
const standingClaims = (where: (rows: string) => string): readonly Touch[] => [
  indirect('claim', (rows) => `select c.claim_id from claims c where ${where(rows)}`),
  indirect(
    'claimant',
    (rows) => `select coalesce(cu.canonical_id, c.customer_id) from claims c
      left join customers cu on cu.customer_id = c.customer_id where ${where(rows)}`,
  ),
  indirect(
    'cost',
    (rows) => `select x.cost_id from costs x join claims c on c.claim_id = x.claim_id
      where x.team_id = '${UNASSIGNED}' and ${where(rows)}`,
  ),
];

const ofOrders = (rows: string): string =>
  `c.team_id = '${UNASSIGNED}' and (c.order_id in (select r.order_id from ${rows} r)
    or (coalesce(c.order_id, '') = '' and c.line_id in (
      select l.line_id from order_lines l where l.order_id in (select r.order_id from ${rows} r))))`;

/** Claims whose cause is one of the rows or hangs below one of them, by the tree that stands. */
const claimsOfCauses = (rows: string): string => `
  select c.claim_id, c.order_id, c.line_id, c.customer_id from claims c where c.cause_id in (
    with recursive below(cause_id, depth) as (
      select r.cause_id, 0 from ${rows} r
      union select k.cause_id, below.depth + 1 from causes k join below on k.parent_cause_id = below.cause_id
      where below.depth < 20)
    select cause_id from below)`;

const evaluationsOf = (where: (rows: string) => string): readonly Touch[] => [
  indirect('evaluation', (rows) => `select e.evaluation_id from evaluations e where ${where(rows)}`),
  indirect(
    'claimant',
    (rows) => `select coalesce(cu.canonical_id, e.customer_id) from evaluations e
      left join customers cu on cu.customer_id = e.customer_id where e.customer_id is not null and ${where(rows)}`,
  ),
];

/**
 * Which keys a changed row of each kind may move. All paths go by the rows before and after and by what stood before
 * the change: whatever else the same change moves is touched by its own rows.
 */
export const TOUCHES: Readonly<Partial<Record<RecordKind, readonly Touch[]>>> = {
  orders: [
    direct('order', (rows) => `select r.order_id from ${rows} r`),
    direct('buyer', customerOf),
    ...standingClaims(ofOrders),
    ...evaluationsOf((rows) => `e.team_id = '${UNASSIGNED}' and e.order_id in (select r.order_id from ${rows} r)`),
  ],
  order_lines: [
    direct('order', (rows) => `select r.order_id from ${rows} r`),
    ...standingClaims((rows) => `coalesce(c.order_id, '') = '' and c.line_id in (select r.line_id from ${rows} r)`),
  ],
  claims: [
    direct('claim', (rows) => `select r.claim_id from ${rows} r`),
    direct('claimant', customerOf),
    indirect('order', orderOfClaim),
    indirect(
      'cost',
      (rows) => `select x.cost_id from costs x
        where x.team_id = '${UNASSIGNED}' and x.claim_id in (select r.claim_id from ${rows} r)`,
    ),
  ],
  claim_events: [
    direct('claim', (rows) => `select r.claim_id from ${rows} r`),
    indirect(
      'claimant',
      (rows) => `select coalesce(cu.canonical_id, c.customer_id) from claims c
        left join customers cu on cu.customer_id = c.customer_id
        where c.claim_id in (select r.claim_id from ${rows} r)`,
    ),
  ],
  contacts: [direct('claim', (rows) => `select r.claim_id from ${rows} r where r.claim_id is not null`)],
  causes: [
    indirect('order', (rows) => orderOfClaim(`(${claimsOfCauses(rows)})`)),
    indirect('claimant', (rows) => customerOf(`(${claimsOfCauses(rows)})`)),
  ],
  evaluations: [
    direct('evaluation', (rows) => `select r.evaluation_id from ${rows} r`),
    direct('claimant', customerOf),
  ],
  listening_posts: [
    indirect('claimant', (rows) =>
      customerOf(`(select e.customer_id from evaluations e where e.post_id in (select p.post_id from ${rows} p))`),
    ),
  ],
  costs: [direct('cost', (rows) => `select r.cost_id from ${rows} r`)],
};
