import { RECORD_KINDS, type RecordKind } from '../../src/domain/catalogue-types.ts';
import { weekOfDay } from '../../src/domain/week.ts';
import { zoneClock, type ZoneClock } from '../../src/domain/zone.ts';
import { bumpDataVersion } from '../db/data-version.ts';
import type { Database, SqlValue, Transaction } from '../db/database.ts';
import { figuresNeed } from '../rollup/fingerprint.ts';
import { rebuildIn, type RebuildInput } from './rebuild.ts';
import { type DerivedTime, RECORD_TABLES } from './record-tables.ts';

const PAGE_ROWS = 5000;

type Standing = Readonly<Record<string, SqlValue>>;

const derivedValues = (row: Standing, times: readonly DerivedTime[], clock: ZoneClock): SqlValue[] =>
  times.flatMap(({ at, day, week }) => {
    const instant = row[at];
    const local = typeof instant === 'number' ? clock.dayOfInstant(instant) : null;
    return [
      ...(day === undefined ? [] : [local]),
      ...(week === undefined ? [] : [local === null ? null : weekOfDay(local)]),
    ];
  });

const rezoneKind = async (tx: Transaction, kind: RecordKind, clock: ZoneClock): Promise<void> => {
  const { table, id, times } = RECORD_TABLES[kind];
  if (times.length === 0) return;
  const derived = times.flatMap(({ day, week }) => [
    ...(day === undefined ? [] : [day]),
    ...(week === undefined ? [] : [week]),
  ]);
  const local = `local_${table}`;
  await tx.createTemp(local, `id text primary key, ${derived.map((column) => `${column} integer`).join(', ')}`);
  for (let after = ''; ;) {
    const rows = await tx.all<Standing>(
      `select ${id}, ${times.map(({ at }) => at).join(', ')} from ${table} where ${id} > $1 order by ${id} limit ${PAGE_ROWS}`,
      [after],
    );
    if (rows.length === 0) break;
    await tx.insertRows(
      local,
      ['id', ...derived],
      rows.map((row) => [row[id] ?? null, ...derivedValues(row, times, clock)]),
    );
    after = String(rows.at(-1)?.[id]);
  }
  await tx.exec(
    `update ${table} set ${derived.map((column) => `${column} = l.${column}`).join(', ')}
     from ${local} l where l.id = ${table}.${id}`,
  );
};

/**
 * Moves the records into another time zone: local days and weeks of every instant are made anew.
 *
 * Limit: a deadline that its source gave as a date is kept as the last millisecond of that day in the zone of its import;
 * it stays that instant, which in the new zone is some other time of day. Importing the file again mends it. The rows
 * kept for undoing earlier imports keep the days of their zone, too.
 */
const rezoneRecords = async (tx: Transaction, input: RebuildInput): Promise<void> => {
  const clock = zoneClock(input.settings.timeZone);
  for (const kind of RECORD_KINDS) {
    input.signal?.throwIfAborted();
    await rezoneKind(tx, kind, clock);
  }
};

/**
 * Brings days, weeks and figures in line with definitions and settings, where they were made by others, in the caller's
 * transaction; one look at the settings where they were not. Every import and undo starts with it.
 * @returns whether anything had to be done.
 */
export const bringUpToDateIn = async (tx: Transaction, input: RebuildInput): Promise<boolean> => {
  const need = await figuresNeed(tx, input.settings);
  if (need === 'nothing') return false;
  if (need === 'rezone') await rezoneRecords(tx, input);
  await rebuildIn(tx, input);
  return true;
};

/**
 * As `bringUpToDateIn`, in a transaction of its own: to be called at the start of the service, before anything is answered.
 * @returns the new data version, or null where nothing had to be done.
 */
export const bringUpToDate = async (db: Database, input: RebuildInput): Promise<number | null> => {
  if ((await figuresNeed(db, input.settings)) === 'nothing') return null;
  return db.transaction(async (tx) => {
    await bringUpToDateIn(tx, input);
    return bumpDataVersion(tx, input.now);
  });
};
