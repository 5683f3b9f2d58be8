import type { Sql, Transaction } from './database.ts';

/** PostgreSQL channel that carries the data version between service processes. */
export const DATA_CHANNEL = 'kept_data';

export const VERSION_KEY = 'data-version';
const RAN_AT_KEY = 'pipeline-ran-at';

export type DataVersion = {
  /** Moves with every committed change of data; 0 for an empty database. */
  readonly version: number;
  /** End of the last import (or undo, or rebuild) that changed data, epoch milliseconds. */
  readonly changedAt: number | null;
};

/** The committed data version, or the transaction's own. */
export const readDataVersion = async (db: Sql): Promise<DataVersion> => {
  const rows = await db.all<{ key: string; value: string }>(`select key, value from settings where key in ($1, $2)`, [
    VERSION_KEY,
    RAN_AT_KEY,
  ]);
  const found = new Map(rows.map((row) => [row.key, Number(row.value)]));
  return { version: found.get(VERSION_KEY) ?? 0, changedAt: found.get(RAN_AT_KEY) ?? null };
};

/**
 * Moves the data version on by one. Every transaction that changes records, observations or settings that answers
 * show calls it once, last. `at` is the service's clock in epoch milliseconds. Answers the new version, which the
 * caller announces after the commit (`ctx.live.announce(version)`; on PostgreSQL the commit also notifies other processes).
 */
export const bumpDataVersion = async (tx: Transaction, at: number): Promise<number> => {
  const { version } = await readDataVersion(tx);
  const next = version + 1;
  await writeSetting(tx, VERSION_KEY, String(next));
  await writeSetting(tx, RAN_AT_KEY, String(at));
  if (tx.dialect === 'postgres') await tx.all(`select pg_notify($1, $2)`, [DATA_CHANNEL, String(next)]);
  return next;
};

/** Writes one key of the `settings` table. The sample sets `sample` to `1`; its undo sets it to `0`. */
export const writeSetting = async (db: Sql, key: string, value: string): Promise<void> => {
  await db.exec(
    `insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value`,
    [key, value],
  );
};

/** One key of the `settings` table, or null. */
export const readSetting = async (db: Sql, key: string): Promise<string | null> => {
  const rows = await db.all<{ value: string }>(`select value from settings where key = $1`, [key]);
  return rows[0]?.value ?? null;
};
