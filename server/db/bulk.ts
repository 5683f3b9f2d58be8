import type { SqlValue, Transaction } from './database.ts';

/**
 * A temporary table with the columns of a record table and no constraints, for rows on their way in.
 *
 * ```ts
 * const stage = await createStage(tx, 'orders', 'line bigint');
 * await stageRows(tx, stage, ['order_id', 'customer_id', …, 'line'], rows); // some thousand rows a call
 * await tx.exec(`insert into orders (…) select … from ${stage.name} where true on conflict (order_id) do update set …`);
 * ```
 *
 * It vanishes with the transaction. SQLite wants `where true` before `on conflict` in an `insert … select`.
 */
export type Stage = { readonly name: string; readonly table: string };

/** Creates the stage `stage_<table>`. `extraColumns` are further SQL column definitions, such as `line bigint`. */
export const createStage = async (tx: Transaction, table: string, extraColumns = ''): Promise<Stage> => {
  const name = `stage_${table}`;
  const extras = extraColumns
    .split(',')
    .map((column) => column.trim())
    .filter((column) => column !== '')
    .map((column) => {
      const [columnName, ...type] = column.split(/\s+/);
      return `, cast(null as ${type.join(' ')}) as ${columnName}`;
    });
  await tx.createTempAs(name, `select ${table}.*${extras.join('')} from ${table} where 1 = 0`);
  return { name, table };
};

/** Puts rows into a stage, values in the order of `columns`; columns left out are null. */
export const stageRows = async (
  tx: Transaction,
  stage: Stage,
  columns: readonly string[],
  rows: ReadonlyArray<readonly SqlValue[]>,
): Promise<void> => {
  await tx.insertRows(stage.name, columns, rows);
};
