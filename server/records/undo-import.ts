import { RECORD_KINDS, type RecordKind } from '../../src/domain/catalogue-types.ts';
import { zoneClock } from '../../src/domain/zone.ts';
import { createStage } from '../db/bulk.ts';
import { bumpDataVersion } from '../db/data-version.ts';
import type { Database, SqlValue, Transaction } from '../db/database.ts';
import { type KindChange, touchedName } from '../rollup/change-set.ts';
import { rollUp } from '../rollup/roll-up.ts';
import type { Thresholds } from '../rollup/touched-keys.ts';
import { upsertStaged } from './apply-change.ts';
import { followMerges } from './canonical-customers.ts';
import { movedWeeks } from './moved-weeks.ts';
import { PROVENANCE, RECORD_TABLES } from './record-tables.ts';
import { bringUpToDateIn } from './rezone.ts';
import type { UndoImportInput, UndoResult } from './types.ts';

const PAGE_ROWS = 2000;

type UndoneKind = { readonly change: KindChange; readonly removed: number; readonly restored: number };

/** Stages what the rows were before that this import changed last. */
const stageBefore = async (tx: Transaction, kind: RecordKind, importId: number): Promise<number> => {
  const { table, id, columns } = RECORD_TABLES[kind];
  const names = [...columns, ...PROVENANCE];
  const stage = await createStage(tx, table);
  let rows = 0;
  for (let after = ''; ;) {
    const page = await tx.all<{ record_id: string; before_row: string }>(
      `select h.record_id, h.before_row from import_changes h join ${table} t on t.${id} = h.record_id
       where h.import_id = ${importId} and h.kind = '${kind}' and t.import_id = ${importId} and h.record_id > $1
       order by h.record_id limit ${PAGE_ROWS}`,
      [after],
    );
    if (page.length === 0) break;
    await tx.insertRows(
      stage.name,
      names,
      page.map(({ before_row }) => {
        const before = JSON.parse(before_row) as Readonly<Record<string, SqlValue>>;
        /* Merges are followed anew: whom a customer stands for depends on rows that may have come since. */
        return names.map((column) => (column === 'canonical_id' ? (before[id] ?? null) : (before[column] ?? null)));
      }),
    );
    rows += page.length;
    after = page.at(-1)?.record_id ?? '';
  }
  return rows;
};

/** Collects what has to be removed and restored of one kind. */
const undoneKind = async (tx: Transaction, kind: RecordKind, importId: number): Promise<UndoneKind | null> => {
  const { table, id } = RECORD_TABLES[kind];
  const touched = touchedName(kind);
  await tx.createTemp(touched, 'id text primary key');
  const rows = await tx.exec(`insert into ${touched} (id) select ${id} from ${table} where import_id = ${importId}`);
  if (rows === 0) return null;
  const restored = await stageBefore(tx, kind, importId);
  return {
    change: { kind, stage: `stage_${table}`, stageRows: restored, touched, touchedRows: rows },
    restored,
    removed: rows - restored,
  };
};

/**
 * Rows that a later import changed again stay as that import left them; only their history forgets this import. What they
 * were before the later one is what they were before this one; where this import created them, the later one did.
 */
const forgetHistory = async (tx: Transaction, importId: number): Promise<void> => {
  const mine = (column: string): string => `(
    select mine.${column} from import_changes mine where mine.import_id = ${importId}
      and mine.kind = import_changes.kind and mine.record_id = import_changes.record_id)`;
  await tx.exec(`delete from import_changes where before_import_id = ${importId} and not exists ${mine('record_id')}`);
  await tx.exec(
    `update import_changes set before_import_id = ${mine('before_import_id')}, before_row = ${mine('before_row')}
     where before_import_id = ${importId}`,
  );
  await tx.exec(`delete from import_changes where import_id = ${importId}`);
};

/** Takes this import's restatements back, also out of what later ones say that a figure was. */
const forgetRestatements = async (tx: Transaction, importId: number): Promise<void> => {
  const mine = (now: string, was: string): string => `(
    select mine.${now} - mine.${was} from restatements mine where mine.import_id = ${importId}
      and mine.indicator_id = restatements.indicator_id and mine.team_id = restatements.team_id
      and mine.week = restatements.week)`;
  const numerator = mine('now_numerator', 'was_numerator');
  const denominator = mine('now_denominator', 'was_denominator');
  await tx.exec(
    `update restatements set
       was_numerator = was_numerator - ${numerator}, now_numerator = now_numerator - ${numerator},
       was_denominator = was_denominator - ${denominator}, now_denominator = now_denominator - ${denominator}
     where import_id > ${importId} and exists ${numerator}`,
  );
  await tx.exec(`delete from restatements where import_id = ${importId}`);
};

const removeRows = async (tx: Transaction, { change, removed, restored }: UndoneKind): Promise<void> => {
  if (removed === 0) return;
  const { table, id } = RECORD_TABLES[change.kind];
  const kept = restored === 0 ? '' : `where id not in (select ${id} from ${change.stage})`;
  await tx.exec(`delete from ${table} where ${id} in (select id from ${change.touched} ${kept})`);
};

const undoIn = async (
  tx: Transaction,
  input: UndoImportInput,
  thresholds: Thresholds | undefined,
): Promise<UndoResult> => {
  const { importId, settings } = input;
  const check = (): void => input.signal?.throwIfAborted();
  await bringUpToDateIn(tx, input);
  const undone: UndoneKind[] = [];
  for (const kind of RECORD_KINDS) {
    check();
    const found = await undoneKind(tx, kind, importId);
    if (found !== null) undone.push(found);
  }
  const rowsStaged = undone.reduce((sum, { removed, restored }) => sum + removed + restored, 0);
  input.onProgress?.({ phase: 'writing', rowsStaged });
  const changes = undone.map(({ change }) => change);
  const customers = changes.find(({ kind }) => kind === 'customers');
  const merges = customers === undefined ? null : await followMerges(tx, customers);
  await rollUp(tx, {
    changes,
    movedCustomers: merges?.movedCustomers ?? null,
    settings,
    ...(thresholds === undefined ? {} : { thresholds }),
    check,
    apply: async () => {
      for (const each of undone) {
        await removeRows(tx, each);
        await upsertStaged(tx, each.change, PROVENANCE.join(', '));
        check();
      }
      await merges?.apply();
      input.onProgress?.({ phase: 'rolling-up', rowsStaged });
    },
  });
  await forgetHistory(tx, importId);
  await forgetRestatements(tx, importId);
  await tx.exec(`delete from coverage where import_id = ${importId}`);
  const result: UndoResult = {
    perKind: Object.fromEntries(undone.map(({ change, removed, restored }) => [change.kind, { removed, restored }])),
    weeks: await movedWeeks(tx, zoneClock(settings.timeZone).weekOfInstant(input.now)),
    dataVersion: await bumpDataVersion(tx, input.now),
  };
  check();
  await input.finish?.(tx, result);
  return result;
};

/**
 * Takes one import back as a whole, in one transaction: rows that it created are removed, rows that it changed are
 * restored, its coverage and restatements go, and the observations move with them. Rows that a later import changed stay
 * as that one left them. Undoing the latest import leaves every table as it was before it, but for `imports` and the
 * data version.
 */
export const undoImport = async (db: Database, input: UndoImportInput, thresholds?: Thresholds): Promise<UndoResult> =>
  db.transaction(async (tx) => undoIn(tx, input, thresholds));
