import type { Transaction } from '../db/database.ts';
import { KEY_KINDS, type KeyKind, type Scope } from '../indicators/base.ts';
import { type KindChange, versionsOf } from './change-set.ts';
import { TOUCHES } from './touches.ts';

/** From which share of all keys of a kind on its indicators are counted anew as a whole: the same result, sooner. */
export type Thresholds = {
  /** Fewer touched rows than this are always counted by key. */
  readonly rows: number;
  readonly share: number;
};

export const DEFAULT_THRESHOLDS: Thresholds = { rows: 5000, share: 0.25 };

/** Which keys of each kind a change touches; null: none. */
export type TouchedKeys = Readonly<Record<KeyKind, Scope | null>>;

/** Tables whose size is the number of keys of a kind. */
const KEY_TABLES: Readonly<Record<KeyKind, string>> = {
  order: 'orders',
  claim: 'claims',
  buyer: 'customers',
  claimant: 'customers',
  evaluation: 'evaluations',
  cost: 'costs',
};

const tableOf = (key: KeyKind): string => `touched_key_${key}`;

const countRows = async (tx: Transaction, table: string): Promise<number> =>
  (await tx.all<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? 0;

/**
 * Collects the keys that the changes touch, before they are applied. `movedCustomers` is a table `(id)` of customers
 * whose merges change (both ids), or null.
 */
export const collectTouchedKeys = async (
  tx: Transaction,
  changes: readonly KindChange[],
  movedCustomers: string | null,
  thresholds: Thresholds,
): Promise<TouchedKeys> => {
  const rowsOf = (change: KindChange): number => change.stageRows + change.touchedRows;
  const totals = new Map<KeyKind, number>();
  const isLargeShare = async (key: KeyKind, rows: number): Promise<boolean> => {
    if (rows < thresholds.rows) return false;
    const known = totals.get(key) ?? (await countRows(tx, KEY_TABLES[key]));
    totals.set(key, known);
    return rows >= thresholds.share * known;
  };

  const all = new Set<KeyKind>();
  for (const change of changes) {
    for (const touch of TOUCHES[change.kind] ?? []) {
      if (touch.direct && !all.has(touch.key) && (await isLargeShare(touch.key, rowsOf(change)))) all.add(touch.key);
    }
  }

  const created = new Set<KeyKind>();
  const collect = async (key: KeyKind, select: string): Promise<void> => {
    if (!created.has(key)) await tx.createTemp(tableOf(key), 'id text primary key');
    created.add(key);
    await tx.exec(
      `insert into ${tableOf(key)} (id) select * from (${select}) keys where true on conflict (id) do nothing`,
    );
  };
  for (const change of changes) {
    for (const touch of TOUCHES[change.kind] ?? []) {
      if (all.has(touch.key)) continue;
      for (const rows of versionsOf(change)) await collect(touch.key, touch.sql(rows));
    }
  }
  for (const key of ['buyer', 'claimant'] as const) {
    if (movedCustomers !== null && !all.has(key)) await collect(key, `select id from ${movedCustomers}`);
  }

  const scopeOf = async (key: KeyKind): Promise<Scope | null> => {
    if (all.has(key)) return { kind: 'all' };
    if (!created.has(key)) return null;
    const rows = await countRows(tx, tableOf(key));
    if (rows === 0) return null;
    if (await isLargeShare(key, rows)) return { kind: 'all' };
    if (tx.dialect === 'postgres') await tx.exec(`analyze ${tableOf(key)}`);
    return { kind: 'keys', sql: `select id from ${tableOf(key)}` };
  };
  const found = new Map<KeyKind, Scope | null>();
  for (const key of KEY_KINDS) found.set(key, await scopeOf(key));
  const get = (key: KeyKind): Scope | null => found.get(key) ?? null;
  return {
    order: get('order'),
    claim: get('claim'),
    buyer: get('buyer'),
    claimant: get('claimant'),
    evaluation: get('evaluation'),
    cost: get('cost'),
  };
};
