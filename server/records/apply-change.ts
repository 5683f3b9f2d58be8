import type { Transaction } from '../db/database.ts';
import type { KindChange } from '../rollup/change-set.ts';
import { PROVENANCE, RECORD_TABLES } from './record-tables.ts';

const ANALYZED_ROWS = 5000;

/** Writes the staged rows into their table. `provenance` is SQL for `source_system, recorded_at, import_id, voided_at`. */
export const upsertStaged = async (tx: Transaction, change: KindChange, provenance: string): Promise<void> => {
  if (change.stageRows === 0) return;
  const { table, id, columns } = RECORD_TABLES[change.kind];
  const all = [...columns, ...PROVENANCE];
  const assignments = all.filter((column) => column !== id).map((column) => `${column} = excluded.${column}`);
  const conflict = change.touchedRows === 0 ? '' : `on conflict (${id}) do update set ${assignments.join(', ')}`;
  await tx.exec(
    `insert into ${table} (${all.join(', ')}) select ${columns.join(', ')}, ${provenance} from ${change.stage}
     where true ${conflict}`,
  );
  /* What this transaction brought is not in PostgreSQL's statistics yet, and the figures are counted from it now. */
  if (tx.dialect === 'postgres' && change.stageRows >= ANALYZED_ROWS) await tx.exec(`analyze ${table}`);
};

type StandingRow = Readonly<Record<string, string | number | null>>;

const PAGE_ROWS = 2000;

/** Keeps what the rows that are about to change were, so that an undo can restore them. */
export const keepBefore = async (tx: Transaction, importId: number, change: KindChange): Promise<void> => {
  if (change.touchedRows === 0) return;
  const { table, id } = RECORD_TABLES[change.kind];
  for (let after = ''; ;) {
    const rows = await tx.all<StandingRow>(
      `select t.* from ${table} t where t.${id} in (
         select id from ${change.touched} where id > $1 order by id limit ${PAGE_ROWS}) order by t.${id}`,
      [after],
    );
    if (rows.length === 0) return;
    await tx.insertRows(
      'import_changes',
      ['import_id', 'kind', 'record_id', 'before_import_id', 'before_row'],
      rows.map((row) => [importId, change.kind, String(row[id]), Number(row['import_id']), JSON.stringify(row)]),
    );
    after = String(rows.at(-1)?.[id]);
  }
};
