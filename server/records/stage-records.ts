import { RECORD_KINDS, type RecordKind } from '../../src/domain/catalogue-types.ts';
import { createStage, stageRows } from '../db/bulk.ts';
import type { SqlValue, Transaction } from '../db/database.ts';
import { stageName } from '../rollup/change-set.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { recordValues, type ValuesOf } from './record-values.ts';
import type { RecordBatch, WriteRecordsInput } from './types.ts';

/** Rows of one kind as they lie in their stage, the last one of each id. */
export type StagedKind = {
  readonly kind: RecordKind;
  readonly stage: string;
  readonly rows: number;
  /** Rows that a later row with the same id replaced. */
  readonly duplicates: number;
};

type Open = { readonly put: (batch: RecordBatch) => Promise<void>; rows: number };

const openStage = async (tx: Transaction, kind: RecordKind, timeZone: string): Promise<Open> => {
  const { table, columns } = RECORD_TABLES[kind];
  const stage = await createStage(tx, table, 'line bigint, seq bigint, if_missing integer');
  const names = [...columns, 'voided_at', 'line', 'seq', 'if_missing'];
  const valuesOf: ValuesOf = recordValues(kind, timeZone);
  const open: Open = {
    rows: 0,
    put: async (batch) => {
      const ifMissing = batch.ifMissing === true ? 1 : 0;
      const rows: SqlValue[][] = batch.rows.map((row, index) => {
        const values = valuesOf(row);
        values.push(batch.lines?.[index] ?? null, open.rows + index, ifMissing);
        return values;
      });
      await stageRows(tx, stage, names, rows);
      open.rows += rows.length;
    },
  };
  return open;
};

const single = async (tx: Transaction, sql: string): Promise<number> =>
  (await tx.all<{ n: number | null }>(sql))[0]?.n ?? 0;

/** Keeps the last row of each id; a row that came only in case it is missing gives way to any other. */
const keepLast = async (tx: Transaction, kind: RecordKind): Promise<number> => {
  const { id } = RECORD_TABLES[kind];
  const stage = stageName(kind);
  await tx.exec(`create index ${stage}_id on ${stage} (${id}, seq)`);
  if (tx.dialect === 'postgres') await tx.exec(`analyze ${stage}`);
  const repeated = `select ${id} from ${stage} group by ${id} having count(*) > 1`;
  if ((await single(tx, `select count(*) as n from (${repeated}) repeated`)) === 0) return 0;
  await tx.createTempAs(
    `repeated_${stage}`,
    `select ${id} as id, coalesce(max(case when if_missing = 0 then seq end), max(seq)) as kept,
       sum(1 - if_missing) as given
     from ${stage} where ${id} in (${repeated}) group by ${id}`,
  );
  await tx.exec(
    `delete from ${stage} where exists (
       select 1 from repeated_${stage} d where d.id = ${stage}.${id} and d.kept <> ${stage}.seq)`,
  );
  return single(tx, `select sum(given - 1) as n from repeated_${stage} where given > 1`);
};

/**
 * Puts all rows into temporary tables, in constant memory.
 * @returns the kinds that came, in the order in which kinds refer to each other.
 */
export const stageRecords = async (tx: Transaction, input: WriteRecordsInput): Promise<readonly StagedKind[]> => {
  const open = new Map<RecordKind, Open>();
  let staged = 0;
  for await (const batch of input.batches) {
    input.signal?.throwIfAborted();
    const stage = open.get(batch.kind) ?? (await openStage(tx, batch.kind, input.settings.timeZone));
    open.set(batch.kind, stage);
    await stage.put(batch);
    staged += batch.rows.length;
    input.onProgress?.({ phase: 'reading', rowsStaged: staged });
  }
  const kinds: StagedKind[] = [];
  for (const kind of RECORD_KINDS) {
    const stage = open.get(kind);
    if (stage === undefined || stage.rows === 0) continue;
    input.signal?.throwIfAborted();
    const duplicates = await keepLast(tx, kind);
    kinds.push({
      kind,
      stage: stageName(kind),
      rows: await single(tx, `select count(*) as n from ${stageName(kind)}`),
      duplicates,
    });
  }
  return kinds;
};
