import type { Sql, SqlRow } from '../db/database.ts';
import type { PendingRecord } from './compile-mapping.ts';
import type { FillRecords } from './read-records.ts';
import { fieldsOf } from './record-fields.ts';
import { cellProblem } from './row-problem.ts';

const IDS_PER_QUERY = 200;

const storedRows = async (
  db: Sql,
  kind: PendingRecord['kind'],
  ids: readonly string[],
): Promise<Map<string, SqlRow>> => {
  const { id } = fieldsOf(kind);
  const found = new Map<string, SqlRow>();
  for (let at = 0; at < ids.length; at += IDS_PER_QUERY) {
    const some = ids.slice(at, at + IDS_PER_QUERY);
    const places = some.map((_, index) => `$${index + 1}`).join(', ');
    for (const row of await db.all(`select * from ${kind} where ${id} in (${places})`, some)) {
      found.set(String(row[id]), row);
    }
  }
  return found;
};

/** The columns of the record table that the fields of a kind make: derived days and weeks included. */
const columnsOfKind = (
  kind: PendingRecord['kind'],
): ReadonlyArray<{ readonly column: string; readonly required: boolean; readonly name: string }> =>
  fieldsOf(kind).fields.flatMap(({ column, required, name, type }) => {
    const derived = 'day' in type || 'week' in type ? [type.day, type.week] : [];
    return [column, ...derived.filter((other) => other !== undefined)].map((one) => ({ column: one, required, name }));
  });

/** Fills empty columns from stored rows, as `fillFrom` of the mapping says. */
export const fillFromStored =
  (db: Sql): FillRecords =>
  async (records, tally) => {
    const wanted = new Map<PendingRecord['kind'], Set<string>>();
    for (const { kind, fillFrom } of records) {
      if (fillFrom === null) continue;
      const ids = wanted.get(kind) ?? new Set<string>();
      ids.add(fillFrom);
      wanted.set(kind, ids);
    }
    const stored = new Map<PendingRecord['kind'], Map<string, SqlRow>>();
    for (const [kind, ids] of wanted) stored.set(kind, await storedRows(db, kind, [...ids]));

    const refused = new Set<number>();
    const complete = records.map((record) => {
      if (record.fillFrom === null) return record;
      const from = stored.get(record.kind)?.get(record.fillFrom);
      const draft = { ...record.draft };
      for (const { column, required, name } of columnsOfKind(record.kind)) {
        draft[column] ??= from?.[column] ?? null;
        if (draft[column] !== null || !required || refused.has(record.line)) continue;
        refused.add(record.line);
        tally.refuse(
          record.line,
          record.cells,
          cellProblem(
            name,
            record.fillFrom,
            `“${name}” comes with another file of this export: import that one first.`,
          ),
        );
      }
      return { ...record, draft };
    });
    return refused.size === 0 ? complete : complete.filter(({ line, ifMissing }) => ifMissing || !refused.has(line));
  };
